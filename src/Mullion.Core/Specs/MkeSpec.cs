namespace Mullion.Core.Specs;

/// <summary>
/// The swarm belongs to Docker Enterprise (UCP) or to Mirantis Kubernetes Engine 3, which succeeded it: the
/// <c>orchestrator.swarm.mke</c> section. Its agent runs on every node and wants more of it than a plain swarm does.
/// </summary>
public sealed record MkeSpec
{
    /// <summary>The port on which its agent lets in clients that the cluster knows (docker-enterprise.md, 2).</summary>
    public const int ProxyPort = 12376;

    /// <summary>The version of UCP or MKE, such as <c>3.2.5</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where its images are: an organization of Docker Hub, or a registry and one of its organizations.</summary>
    public required string Repository { get; init; }
}
