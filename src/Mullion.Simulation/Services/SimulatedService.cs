using Mullion.Core.Hosts;

namespace Mullion.Simulation.Services;

/// <summary>A service as the simulated service control manager has it. Pending states end when the clock reaches a moment.</summary>
/// <param name="Config">Its configuration.</param>
public sealed record SimulatedService(ServiceConfig Config)
{
    /// <summary>What it is doing.</summary>
    public ServiceState State { get; init; } = ServiceState.Stopped;

    /// <summary>When a pending state ends; null when none is pending.</summary>
    public DateTimeOffset? PendingUntil { get; init; }

    /// <summary>What the pending start comes to: 0 for running, else the exit code with which it stops.</summary>
    public int StartOutcome { get; init; }

    /// <summary>Why it last stopped.</summary>
    public int ExitCode { get; init; }

    /// <summary>Deleted, but still there.</summary>
    public bool MarkedForDeletion { get; init; }

    /// <summary>Until when another program holds a handle to it; null when none does.</summary>
    public DateTimeOffset? HandlesUntil { get; init; }

    /// <summary>Failures since the count was last reset.</summary>
    public int Failures { get; init; }

    /// <summary>When the service control manager starts it again after a failure; null when it will not.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>Its process; 0 when there is none.</summary>
    public int ProcessId { get; init; }

    /// <summary>When its process began; null while there is none.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The command line with which its process began; null while there is none.</summary>
    public string? CommandLine { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Config.Name;

    /// <summary>True while its process exists.</summary>
    public bool HasProcess => State is not ServiceState.Stopped;

    /// <summary>What Windows tells of it.</summary>
    public ServiceInfo Info =>
        new(Config, State, ExitCode, MarkedForDeletion)
        {
            Started = HasProcess ? Started : null,
            CommandLine = HasProcess ? CommandLine : null,
        };
}
