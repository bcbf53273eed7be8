namespace Mullion.Swarm.Worker;

/// <summary>Why a worker could not join.</summary>
public enum JoinFailure
{
    /// <summary>The managers do not know the token: wrong, rotated, or of another Swarm. Trying again does not help.</summary>
    WrongToken,

    /// <summary>The manager has another root CA than the token was made for.</summary>
    CaDigestMismatch,

    /// <summary>No manager answers.</summary>
    ManagerUnreachable,

    /// <summary>Between here and the manager something answers with a certificate of its own.</summary>
    TlsInterception,

    /// <summary>The Swarm demands FIPS mode, which the worker does not run in.</summary>
    FipsRequired,

    /// <summary>A manager answers and says no for another reason.</summary>
    Refused,
}
