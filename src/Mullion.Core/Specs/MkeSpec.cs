using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs;

/// <summary>
/// The swarm belongs to Docker Enterprise (UCP) or to Mirantis Kubernetes Engine 3, which succeeded it: the
/// <c>orchestrator.swarm.mke</c> section. Its agent runs on every node and wants more of it than a plain swarm does.
/// </summary>
public sealed record MkeSpec
{
    /// <summary>The port on which its agent lets in clients that the cluster knows (docker-enterprise.md, 2).</summary>
    public const int ProxyPort = 12376;

    /// <summary>
    /// The label with which it runs Swarm's work on a node, and not Kubernetes' (docker-enterprise.md, 4). A new node gets what the cluster's
    /// <c>default_node_orchestrator</c> says.
    /// </summary>
    public const string SwarmLabel = "com.docker.ucp.orchestrator.swarm";

    /// <summary>The label with which it runs Kubernetes' work on a node.</summary>
    public const string KubernetesLabel = "com.docker.ucp.orchestrator.kubernetes";

    /// <summary>The version of UCP or MKE, such as <c>3.2.5</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where its images are: an organization of Docker Hub, or a registry and one of its organizations.</summary>
    public required string Repository { get; init; }

    /// <summary>UCP or MKE of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="repository">
    /// Where its images are; null for Docker Hub: <c>docker</c> up to 3.2, <c>mirantis</c> from 3.3 on (docs.mirantis.com, command line of
    /// UCP 3.2, containers/v2.1, and of MKE 3.3, containers/v3.0).
    /// </param>
    /// <exception cref="MullionException">It is no version of UCP 3 or MKE 3, or no place of images.</exception>
    public static MkeSpec Of(string version, string? repository)
    {
        Require(version, MkeVersionText.Shape);
        if (repository is not null)
        {
            Require(repository, RepositoryText.Shape);
        }

        return new MkeSpec
        {
            Version = version,
            Repository = repository ?? DefaultRepository(version),
        };
    }

    internal static string DefaultRepository(string version) =>
        MkeVersionText.Minor(version) < 3 ? "docker" : "mirantis";

    private static void Require(string text, TextShape<string> shape)
    {
        if (shape.Parse(text) is { Reason: { } reason } parsed)
        {
            throw new MullionException($"{text}: {reason}.", parsed.Fix);
        }
    }
}
