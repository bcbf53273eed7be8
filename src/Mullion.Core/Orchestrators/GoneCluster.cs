namespace Mullion.Core.Orchestrators;

/// <summary>
/// A cluster that is dead: it has nothing of any node, nobody is asked, and nothing can be changed there. What is taken back is the
/// host's side alone.
/// </summary>
/// <param name="clock">Tells the time in its place.</param>
public sealed class GoneCluster(TimeProvider clock) : IOrchestrator
{
    /// <summary>The id of a cluster that cannot be asked for its own.</summary>
    public const string UnknownId = "";

    /// <inheritdoc/>
    public Task<ClusterFacts> InspectAsync(CancellationToken cancellation) =>
        Task.FromResult(
            new ClusterFacts(
                UnknownId,
                Version: "",
                Simulated: false,
                clock.GetUtcNow(),
                JoinAddresses: [],
                RootDigest: "",
                WorkerToken: ""
            )
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NodeStatus>>([]);

    /// <inheritdoc/>
    public Task UpdateNodeAsync(
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    ) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeTask>> TasksAsync(
        string nodeId,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<NodeTask>>([]);

    /// <inheritdoc/>
    public Task<ClusterWork> WorkAsync(CancellationToken cancellation) =>
        Task.FromResult(ClusterWork.None);

    /// <inheritdoc/>
    public Task DeleteNodeAsync(string nodeId, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public Task RotateTokenAsync(JoinRole role, CancellationToken cancellation) =>
        Task.CompletedTask;
}
