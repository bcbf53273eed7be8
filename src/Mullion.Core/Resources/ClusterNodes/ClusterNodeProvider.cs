using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Orchestrators;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>Keeps a node's name free before the join, and deletes its object after the host has left.</summary>
internal sealed class ClusterNodeProvider(ClusterSide side) : Provider<ClusterNode>
{
    private const string Registered = "registered";

    // What joins and what leaves is the host; here it is only seen.
    public override bool ConfirmsAtOnce => false;

    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(Registered);

    protected override ResourceState Desired(ClusterNode resource) => new((Registered, "yes"));

    protected override async Task<ResourceState?> ReadAsync(
        ClusterNode resource,
        CancellationToken cancellation
    ) => await side.OwnAsync(cancellation) is null ? null : new ResourceState((Registered, "yes"));

    protected override ResourceScript Render(ClusterNode resource) =>
        ClusterNodeScript.Of(resource);

    protected override async Task<IReadOnlyList<Finding>> CheckAsync(
        ClusterNode resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var all = await side.Orchestrator.NodesAsync(cancellation);
        var ours = context.Owned ? side.Ours(all, resource.Name) : [];
        var others = ClusterSide
            .Named(all, resource.Name)
            .Where(n => n.Id != side.NodeId)
            .Except(ours);
        var nameless = ClusterSide.Named(all, "");
        return
        [
            .. nameless.Select(n =>
                Finding.Warn(
                    "nameless-node",
                    $"The cluster has a node without a name ({n.Id}, {n.State}): a host that got an identity and never reported.",
                    $"If no host is joining right now, an interrupted join left it: docker node rm --force {n.Id}"
                )
            ),
            .. others.Select(n =>
                context.Owned
                    ? Namesake(n)
                    : Finding.Refuse(
                        "name-taken",
                        $"The cluster has a node {n.Name} already ({n.Id}, {n.State}), and it is not this host.",
                        n.Ready
                            ? "Rename the host, or remove the other node first."
                            : $"If it is what was left of this host, delete it first: mullion node remove {resource.Name} --host-gone"
                    )
            ),
        ];
    }

    protected override async Task<IReadOnlyList<Finding>> CheckRevertAsync(
        ClusterNode resource,
        Prior prior,
        CancellationToken cancellation
    )
    {
        var all = await side.Orchestrator.NodesAsync(cancellation);
        return
        [
            .. ClusterSide
                .Named(all, resource.Name)
                .Except(side.Ours(all, resource.Name))
                .Select(Namesake),
        ];
    }

    private static Finding Namesake(NodeStatus node) =>
        Finding.Warn(
            "namesake",
            $"The cluster has another node {node.Name} ({node.Id}, {node.State}, {node.Address}) that is not this host's; it stays.",
            $"If nobody needs it: docker node rm {node.Id}"
        );

    protected override Task<StepOutcome> ApplyAsync(
        ClusterNode resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) => Task.FromResult(StepOutcome.Done);

    protected override async Task<StepOutcome> RevertAsync(
        ClusterNode resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var all = await side.Orchestrator.NodesAsync(cancellation);
        foreach (var node in side.Ours(all, resource.Name))
        {
            await side.DeleteOnceDownAsync(node, context.Report, cancellation);
        }

        return StepOutcome.Done;
    }
}
