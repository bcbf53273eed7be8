namespace Mullion.Swarm.Worker;

/// <summary>Where a worker stands; the words of <c>docker info</c> are pending, active and error.</summary>
public enum WorkerStateKind
{
    /// <summary>On the way to a session: at the start, and after each loss.</summary>
    Connecting,

    /// <summary>A manager has it registered.</summary>
    Active,

    /// <summary>The membership is over, and only leaving and joining again helps.</summary>
    Error,
}
