using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Mullion.Lab.Folders;

/// <summary>
/// A folder for sockets in the machine's temporary folder, for a lab whose own path is too long for them. Anybody may make folders
/// there and cleaners take them away, so one counts only while it is this user's and closed to all others.
/// </summary>
internal static class SocketFolder
{
    private const string Prefix = "mullion-";

    // struct statx of linux/stat.h, the same on every architecture.
    private const int StatxSize = 256;
    private const int StatxOwner = 20;
    private const int AtFdCwd = -100;
    private const int AtSymlinkNoFollow = 0x100;
    private const uint StatxUid = 0x8;

    /// <summary>Makes one.</summary>
    public static string Make() => Directory.CreateTempSubdirectory(Prefix).FullName;

    /// <summary>Whether a path is one that <see cref="Make"/> made for this user.</summary>
    public static bool IsOurs(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists
            && folder.LinkTarget is null
            && folder.Name.StartsWith(Prefix, StringComparison.Ordinal)
            && (OperatingSystem.IsWindows() || IsPrivate(folder));
    }

    /// <summary>On other systems than Linux the mode must do: what is closed to all but its owner is of use to nobody else.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsPrivate(DirectoryInfo folder) =>
        folder.UnixFileMode == OwnerOnly.FolderMode
        && (!OperatingSystem.IsLinux() || Owner(folder.FullName) == geteuid());

    private static uint? Owner(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        var answer = new byte[StatxSize];
        return statx(AtFdCwd, ref name[0], AtSymlinkNoFollow, StatxUid, ref answer[0]) == 0
            ? MemoryMarshal.Read<uint>(answer.AsSpan(StatxOwner))
            : null;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(
        int folder,
        ref byte path,
        int flags,
        uint mask,
        ref byte answer
    );

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();
}
