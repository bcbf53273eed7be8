namespace Mullion.Swarm.Worker.Sessions;

/// <summary>What the end of a session means for the worker.</summary>
internal enum SessionLoss
{
    /// <summary>The connection or the manager is gone; the session may still be valid.</summary>
    Lost,

    /// <summary>The manager does not know the session (any more): a new one is needed.</summary>
    Invalid,

    /// <summary>Too many registrations within 8 s.</summary>
    RateLimited,

    /// <summary>One side does not accept the other's certificate.</summary>
    Untrusted,

    /// <summary>The node object was removed: the membership is over.</summary>
    Removed,
}
