namespace Mullion.Swarm.Worker;

/// <summary>What a Swarm may do with a node.</summary>
public enum WorkerAvailability
{
    /// <summary>Gets tasks.</summary>
    Active,

    /// <summary>Keeps its tasks and gets no new ones.</summary>
    Pause,

    /// <summary>Gets none, and those that it has move away.</summary>
    Drain,
}
