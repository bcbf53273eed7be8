using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;

namespace Mullion.Lab.Workers;

/// <summary>Which simulated workers join which swarm. Not a record: it carries the token and must not print it.</summary>
public sealed class WorkerFleetOptions
{
    /// <summary>The managers to join at.</summary>
    public required IReadOnlyList<ManagerAddress> Managers { get; init; }

    /// <summary>The join token.</summary>
    public required JoinToken Token { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What their names begin with; a number from 1 follows.</summary>
    public string NamePrefix { get; init; } = "sim-win-";

    /// <summary>Logical processors of each.</summary>
    public int Processors { get; init; } = 4;

    /// <summary>Memory of each in bytes.</summary>
    public long MemoryBytes { get; init; } = 8L << 30;

    /// <summary>Version of the engine that each says it is.</summary>
    public string EngineVersion { get; init; } = "28.2.2";

    /// <summary>Engine labels of each.</summary>
    public IReadOnlyDictionary<string, string> EngineLabels { get; init; } =
        new Dictionary<string, string>();

    /// <summary>How many join at once.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>The name of the n-th worker, from 1.</summary>
    public string NameOf(int number) => $"{NamePrefix}{number}";

    /// <inheritdoc/>
    public override string ToString() => $"{Count} workers {NamePrefix}*";
}
