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
);
