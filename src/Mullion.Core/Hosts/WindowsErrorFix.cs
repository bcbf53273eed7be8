namespace Mullion.Core.Hosts;

/// <summary>What a user can do about an error of Windows, by its code.</summary>
internal static class WindowsErrorFix
{
    // HRESULT_FROM_WIN32 (winerror.h): COM interfaces, such as the firewall's, give a Win32 error in this form.
    private const int Win32Facility = unchecked((int)0x80070000);

    /// <summary>The fix for a Win32 error, or for the HRESULT that carries it.</summary>
    public static string Of(int code) =>
        ((code & ~0xFFFF) == Win32Facility ? code & 0xFFFF : code) switch
        {
            WindowsError.AccessDenied or WindowsError.ElevationRequired =>
                "See that Mullion has administrator rights on the host and that no policy or security product forbids it, then run the command again.",
            WindowsError.SharingViolation or WindowsError.LockViolation =>
                "Close the program that has it open (a virus scanner, an editor), then run the command again.",
            WindowsError.DiskFull or WindowsError.HandleDiskFull =>
                "Make room on the host's system drive, then run the command again.",
            WindowsError.ModuleNotFound =>
                "Enable the Windows feature that brings it (for layers of containers: Containers), restart the host, then run the command again.",
            WindowsError.ServiceDisabled =>
                "Enable the service it needs (sc.exe config NAME start= demand), then run the command again.",
            WindowsError.ServiceNotActive
            or WindowsError.RpcServerUnavailable
            or WindowsError.RpcNotRegistered =>
                "Start the Windows service behind it (for firewall rules: mpssvc; for features: TrustedInstaller), then run the command again.",
            WindowsError.ServiceMarkedForDelete =>
                "Close what still has the service open (services.msc, Task Manager), or restart the host; then run the command again.",
            WindowsError.ServiceRequestTimeout
            or WindowsError.ServiceCannotAcceptControl
            or WindowsError.Timeout =>
                "Let the host come to rest and see its event log for what keeps it busy, then run the command again.",
            WindowsError.NameNotResolved => "Correct the name, or the host's DNS servers.",
            WindowsError.ConnectTimedOut or WindowsError.ConnectionRefused =>
                "See that the address is right and that no firewall on the way blocks it, then run the command again.",
            _ =>
                $"Look the code up on the host (certutil -error 0x{code:x}), mend what it names, then run the command again.",
        };
}
