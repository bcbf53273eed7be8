namespace Mullion.Core.Orchestrators;

/// <summary>What a cluster has that Windows nodes may be asked to run.</summary>
/// <param name="Networks">Its networks.</param>
/// <param name="Services">Its services.</param>
public sealed record ClusterWork(
    IReadOnlyList<ClusterNetwork> Networks,
    IReadOnlyList<ClusterService> Services
)
{
    /// <summary>Nothing.</summary>
    public static ClusterWork None { get; } = new([], []);
}
