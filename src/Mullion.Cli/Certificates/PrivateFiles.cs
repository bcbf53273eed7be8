using System.Security.AccessControl;
using System.Security.Principal;

namespace Mullion.Cli.Certificates;

/// <summary>Files and folders that only the user may read: on Windows SYSTEM and Administrators too.</summary>
/// <remarks>The Windows side was never run on Windows.</remarks>
internal static class PrivateFiles
{
    private const UnixFileMode Use = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file anew; what had its name is gone, and its rights with it.</summary>
    public static Stream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Use;
            return new FileStream(path, options);
        }

        var rights = new FileSecurity();
        Close(rights);
        return new FileInfo(path).Create(
            FileMode.CreateNew,
            FileSystemRights.Write,
            FileShare.None,
            bufferSize: 4096,
            FileOptions.None,
            rights
        );
    }

    /// <summary>Makes a folder; those above it get the usual rights.</summary>
    public static void CreateFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Directory.CreateDirectory(path, Use | UnixFileMode.UserExecute);
            return;
        }

        var rights = new DirectorySecurity();
        Close(rights);
        rights.CreateDirectory(path);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static void Close(FileSystemSecurity rights)
    {
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        using var user = WindowsIdentity.GetCurrent();
        SecurityIdentifier[] allowed =
        [
            user.User!,
            new(WellKnownSidType.LocalSystemSid, domainSid: null),
            new(WellKnownSidType.BuiltinAdministratorsSid, domainSid: null),
        ];
        foreach (var one in allowed)
        {
            rights.AddAccessRule(
                new FileSystemAccessRule(
                    one,
                    FileSystemRights.FullControl,
                    rights is DirectorySecurity
                        ? InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit
                        : InheritanceFlags.None,
                    PropagationFlags.None,
                    AccessControlType.Allow
                )
            );
        }
    }
}
