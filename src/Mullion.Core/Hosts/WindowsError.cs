namespace Mullion.Core.Hosts;

/// <summary>The Win32 error codes that Mullion acts on (winerror.h).</summary>
public static class WindowsError
{
    /// <summary>ERROR_FILE_NOT_FOUND.</summary>
    public const int FileNotFound = 2;

    /// <summary>ERROR_PATH_NOT_FOUND.</summary>
    public const int PathNotFound = 3;

    /// <summary>ERROR_ACCESS_DENIED.</summary>
    public const int AccessDenied = 5;

    /// <summary>ERROR_SHARING_VIOLATION: the file is open in another program.</summary>
    public const int SharingViolation = 32;

    /// <summary>ERROR_LOCK_VIOLATION: another program has locked a part of the file.</summary>
    public const int LockViolation = 33;

    /// <summary>ERROR_HANDLE_DISK_FULL.</summary>
    public const int HandleDiskFull = 39;

    /// <summary>ERROR_DISK_FULL.</summary>
    public const int DiskFull = 112;

    /// <summary>ERROR_MOD_NOT_FOUND: a library is not there, such as those that the Containers feature brings.</summary>
    public const int ModuleNotFound = 126;

    /// <summary>ERROR_DIR_NOT_EMPTY.</summary>
    public const int DirectoryNotEmpty = 145;

    /// <summary>ERROR_ELEVATION_REQUIRED, as DISM gives it.</summary>
    public const int ElevationRequired = 740;

    /// <summary>ERROR_SERVICE_REQUEST_TIMEOUT: the service did not answer its start in time.</summary>
    public const int ServiceRequestTimeout = 1053;

    /// <summary>ERROR_SERVICE_ALREADY_RUNNING.</summary>
    public const int ServiceAlreadyRunning = 1056;

    /// <summary>ERROR_SERVICE_DISABLED.</summary>
    public const int ServiceDisabled = 1058;

    /// <summary>ERROR_SERVICE_DOES_NOT_EXIST.</summary>
    public const int ServiceDoesNotExist = 1060;

    /// <summary>ERROR_SERVICE_CANNOT_ACCEPT_CTRL: it is starting or stopping; try again.</summary>
    public const int ServiceCannotAcceptControl = 1061;

    /// <summary>ERROR_SERVICE_NOT_ACTIVE.</summary>
    public const int ServiceNotActive = 1062;

    /// <summary>ERROR_SERVICE_MARKED_FOR_DELETE: deleted, but somebody still holds a handle to it.</summary>
    public const int ServiceMarkedForDelete = 1072;

    /// <summary>ERROR_SERVICE_EXISTS.</summary>
    public const int ServiceExists = 1073;

    /// <summary>ERROR_TIMEOUT.</summary>
    public const int Timeout = 1460;

    /// <summary>ERROR_NOT_FOUND.</summary>
    public const int NotFound = 1168;

    /// <summary>ERROR_ALREADY_EXISTS.</summary>
    public const int AlreadyExists = 183;

    /// <summary>RPC_S_SERVER_UNAVAILABLE: the service behind an interface does not run.</summary>
    public const int RpcServerUnavailable = 1722;

    /// <summary>EPT_S_NOT_REGISTERED: the same, such as of the firewall's interface while its service is stopped.</summary>
    public const int RpcNotRegistered = 1753;

    /// <summary>DISM's DISMAPI_E_UNKNOWN_FEATURE.</summary>
    public const int UnknownFeature = unchecked((int)0x800F080C);

    /// <summary>HCN_E_NETWORK_NOT_FOUND.</summary>
    public const int HcnNetworkNotFound = unchecked((int)0x803B0001);

    /// <summary>WSAETIMEDOUT.</summary>
    public const int ConnectTimedOut = 10060;

    /// <summary>WSAECONNREFUSED.</summary>
    public const int ConnectionRefused = 10061;

    /// <summary>WININET: the name could not be resolved.</summary>
    public const int NameNotResolved = 12007;
}
