namespace Mullion.Core.Hosts;

/// <summary>A service as the service control manager has it.</summary>
/// <param name="Config">Its configuration.</param>
/// <param name="State">What it is doing.</param>
/// <param name="ExitCode">Why it last stopped (a Win32 error); 0 when it stopped well or runs.</param>
/// <param name="MarkedForDeletion">Deleted, but still there until its last handle is closed.</param>
public sealed record ServiceInfo(
    ServiceConfig Config,
    ServiceState State,
    int ExitCode,
    bool MarkedForDeletion
)
{
    /// <summary>When its process began, by the host's clock; null while there is none.</summary>
    /// <remarks>Windows: GetProcessTimes of QueryServiceStatusEx' process.</remarks>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The command line with which its process began; null while there is none.</summary>
    /// <remarks>Windows: NtQueryInformationProcess, ProcessCommandLineInformation.</remarks>
    public string? CommandLine { get; init; }
}
