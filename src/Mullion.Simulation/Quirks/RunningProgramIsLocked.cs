using Mullion.Core.Hosts;

namespace Mullion.Simulation.Quirks;

/// <summary>
/// A running service's program cannot be written (sharing violation) nor deleted (access denied, for it is mapped), and the
/// files that it holds open cannot be deleted (sharing violation).
/// </summary>
internal static class RunningProgramIsLocked
{
    public static readonly Quirk Quirk = new(
        "running-program-is-locked",
        "dockerd.exe and the engine's databases cannot be replaced or deleted while the service has a process.",
        "documentation of DeleteFile and CreateFile"
    );

    /// <summary>What deleting a mapped program gives.</summary>
    public const int DeleteError = WindowsError.AccessDenied;
}
