using Mullion.Core.Hosts;

namespace Mullion.Cli.Output.Documents;

/// <summary>One node: its host, its place in the cluster, what the checks found, what is owned.</summary>
internal sealed record NodeShowDocument
{
    /// <summary>The node.</summary>
    public required string Name { get; init; }

    /// <summary>Its host as the spec names it.</summary>
    public required string Host { get; init; }

    /// <summary>The cluster's name in the spec.</summary>
    public required string Cluster { get; init; }

    /// <summary>Whether the host is a simulated one.</summary>
    public required bool Simulated { get; init; }

    /// <summary>The cluster's manager; null when it did not answer.</summary>
    public ManagerDocument? Manager { get; init; }

    /// <summary>The host; null when it did not answer.</summary>
    public HostFacts? Facts { get; init; }

    /// <summary>The cluster's objects of this name; usually one.</summary>
    public IReadOnlyList<NodeDocument> Nodes { get; init; } = [];

    /// <summary>What apply would change, and what the checks found; null when one side did not answer.</summary>
    public NodePlanDocument? Plan { get; init; }

    /// <summary>What Mullion owns on the host.</summary>
    public IReadOnlyList<OwnedDocument> Owned { get; init; } = [];

    /// <summary>How the last run ended; null while it has not, and when there was none.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>What could not be reached, and why.</summary>
    public IReadOnlyList<ErrorDetail> Errors { get; init; } = [];
}
