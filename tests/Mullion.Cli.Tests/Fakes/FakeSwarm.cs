using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>A swarm in memory.</summary>
internal sealed class FakeSwarm : IOrchestrator
{
    // Put together here, so that no scanner takes it for a real one.
    public static readonly string Token =
        "SWMTKN-1-" + new string('5', 50) + "-" + new string('c', 25);

    private readonly Lock _lock = new();

    public List<NodeStatus> Nodes { get; } =
    [
        new(
            "mgr0000000000000000000001",
            "manager-1",
            "ready",
            "",
            "active",
            "manager",
            true,
            "linux",
            "x86_64",
            "28.2.2",
            "10.0.0.5",
            new Dictionary<string, string>()
        ),
    ];

    public Dictionary<string, List<NodeTask>> Tasks { get; } = [];

    public bool Simulated { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>Whether tasks stay on a drained node.</summary>
    public bool TasksStay { get; set; }

    public Task<ClusterFacts> InspectAsync(CancellationToken cancellation) =>
        Failure is null
            ? Task.FromResult(
                new ClusterFacts(
                    "swarm0000000000000000001",
                    "28.2.2",
                    Simulated,
                    JumpClock.Start,
                    ["10.0.0.5:2377"],
                    "root-digest",
                    Token
                )
            )
            : throw Failure;

    public ClusterWork Work { get; set; } = ClusterWork.None;

    public Task<ClusterWork> WorkAsync(CancellationToken cancellation) =>
        Failure is null ? Task.FromResult(Work) : throw Failure;

    public Task RotateTokenAsync(JoinRole role, CancellationToken cancellation) =>
        Failure is null ? Task.CompletedTask : throw Failure;

    public Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Failure is null
                ? Task.FromResult<IReadOnlyList<NodeStatus>>([.. Nodes])
                : throw Failure;
        }
    }

    public Task UpdateNodeAsync(
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    )
    {
        lock (_lock)
        {
            var at = Nodes.FindIndex(n => n.Id == nodeId);
            var all = Nodes[at].Labels.ToDictionary();
            foreach (var (key, value) in labels)
            {
                all.Remove(key);
                if (value is not null)
                {
                    all[key] = value;
                }
            }

            Nodes[at] = Nodes[at] with
            {
                Labels = all,
                Availability = availability ?? Nodes[at].Availability,
            };
            if (availability == "drain" && !TasksStay)
            {
                Tasks.Remove(nodeId);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<NodeTask>> TasksAsync(
        string nodeId,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<NodeTask>>(Tasks.GetValueOrDefault(nodeId) ?? []);

    public Task DeleteNodeAsync(string nodeId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Nodes.RemoveAll(n => n.Id == nodeId);
        }

        return Task.CompletedTask;
    }

    /// <summary>A Windows worker joins; its id.</summary>
    public string Join(string name, string address)
    {
        lock (_lock)
        {
            var id = $"id-of-{name}-0000000000000000000"[..25];
            Nodes.RemoveAll(n => n.Id == id);
            Nodes.Add(
                new NodeStatus(
                    id,
                    name,
                    "ready",
                    "",
                    "active",
                    "worker",
                    false,
                    "windows",
                    "x86_64",
                    "28.0.4",
                    address,
                    new Dictionary<string, string>()
                )
            );
            return id;
        }
    }

    public void Leave(string id)
    {
        lock (_lock)
        {
            var at = Nodes.FindIndex(n => n.Id == id);
            if (at >= 0)
            {
                Nodes[at] = Nodes[at] with { State = "down" };
            }
        }
    }
}
