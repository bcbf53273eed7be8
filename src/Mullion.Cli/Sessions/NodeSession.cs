using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Images;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>One node of a session: the way to its host, and its place in the cluster.</summary>
/// <param name="Spec">The cluster as wanted.</param>
/// <param name="Node">The node as wanted.</param>
/// <param name="Link">The way to its host.</param>
/// <param name="Side">Its place in the cluster.</param>
/// <param name="Issuer">Issues engines' certificates, where the spec asks for them.</param>
/// <param name="Passwords">Those of the spec's registries.</param>
internal sealed record NodeSession(
    ClusterSpec Spec,
    NodeSpec Node,
    IHostLink Link,
    ClusterSide Side,
    Lazy<IEngineIssuer?> Issuer,
    Lazy<RegistryPasswords> Passwords
)
{
    public string Name => Node.Name;

    /// <summary>Plans the node.</summary>
    public NodePlanner Planner { get; } =
        new(
            Spec.Name,
            Side,
            (cluster, host) =>
                SwarmWorker.Of(Spec, Node, cluster, host, Issuer.Value?.Trust(Node.Name)),
            (cluster, plan) => SwarmWorker.Secrets(cluster, plan, Issuer.Value, Passwords.Value),
            Spec.AsSwarm().Mke
        );

    /// <summary>A run of the node.</summary>
    public NodeRun Run(IProgress<NodeEvent> events) => new(Link, Planner, Side, events);
}
