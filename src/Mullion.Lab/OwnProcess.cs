using System.Runtime.InteropServices;

namespace Mullion.Lab;

/// <summary>Takes a process out of the terminal that it was started from.</summary>
internal static class OwnProcess
{
    /// <summary>
    /// A session of its own: Ctrl-C and the end of the terminal reach whoever works there, not the lab. Fails where the process leads
    /// a group already, as under a service manager, and then there is nothing to do.
    /// </summary>
    public static void Detach()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = setsid();
        }
    }

    // No marshalling, so no generated code is needed.
    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setsid();
}
