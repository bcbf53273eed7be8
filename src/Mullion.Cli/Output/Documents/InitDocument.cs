using Mullion.Core.Findings;

namespace Mullion.Cli.Output.Documents;

/// <summary>What <c>mullion init</c> wrote.</summary>
/// <param name="File">The file.</param>
/// <param name="Cluster">The cluster's name in it.</param>
/// <param name="SwarmId">The swarm that was asked; null with <c>--offline</c>, and for Kubernetes.</param>
/// <param name="Simulated">Whether that is a simulated one.</param>
/// <param name="Nodes">The nodes that are entries.</param>
/// <param name="Commented">The Windows nodes that are only comments.</param>
/// <param name="Next">What to do with the file.</param>
internal sealed record InitDocument(
    string File,
    string Cluster,
    string? SwarmId,
    bool Simulated,
    IReadOnlyList<string> Nodes,
    IReadOnlyList<string> Commented,
    IReadOnlyList<string> Next
)
{
    /// <summary>The Kubernetes cluster that was asked: the uid of its namespace kube-system; null for a swarm, and with <c>--offline</c>.</summary>
    public string? KubernetesId { get; init; }

    /// <summary>What the Kubernetes cluster told that matters to Windows nodes; null for a swarm.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }
}
