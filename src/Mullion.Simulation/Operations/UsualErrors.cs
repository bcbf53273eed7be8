using Mullion.Core.Hosts;

namespace Mullion.Simulation.Operations;

/// <summary>An error that operations of a kind give in practice, for faults that name none.</summary>
internal static class UsualErrors
{
    /// <summary>RPC_S_SERVER_UNAVAILABLE: the service behind a management interface crashed or restarts (facts, row A15).</summary>
    public const int RpcServerUnavailable = 1722;

    /// <summary>ERROR_INTERNET_CANNOT_CONNECT.</summary>
    public const int CannotConnect = 12029;

    /// <summary>ERROR_PIPE_BUSY.</summary>
    public const int PipeBusy = 231;

    /// <summary>CBS_E_PENDING: DISM is busy with another change.</summary>
    public const int ServicingBusy = unchecked((int)0x800F0902);

    /// <summary>The error for an operation such as <c>services.start</c>.</summary>
    public static int Of(string operation) =>
        operation[..operation.IndexOf('.')] switch
        {
            "files" => WindowsError.SharingViolation,
            "services" => WindowsError.ServiceRequestTimeout,
            "features" => ServicingBusy,
            "downloads" => CannotConnect,
            "engine" => PipeBusy,
            _ => RpcServerUnavailable,
        };
}
