namespace Mullion.Swarm.Protocol;

/// <summary>The fixed names in a Swarm's certificates; host names and addresses never occur there.</summary>
internal static class SwarmNames
{
    /// <summary>Common name of the root, and the name asked for while one has no certificate yet.</summary>
    public const string Ca = "swarm-ca";

    /// <summary>OU and DNS name of every manager.</summary>
    public const string Manager = "swarm-manager";

    /// <summary>OU and DNS name of every worker.</summary>
    public const string Worker = "swarm-worker";

    /// <summary>Where managers listen unless told otherwise.</summary>
    public const int DefaultPort = 2377;
}
