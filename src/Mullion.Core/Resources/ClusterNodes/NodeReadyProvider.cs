using System.Collections.Frozen;
using Mullion.Core.Orchestrators;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>Waits for a node to be ready; drains it when it is taken back.</summary>
/// <remarks>
/// The availability from before the drain is kept on the node, so that an apply after an interrupted removal puts it back, and
/// a drain that an administrator made is left alone.
/// </remarks>
internal sealed class NodeReadyProvider(ClusterSide side) : Provider<NodeReady>
{
    private const string Removing = "removing";
    private const string Duplicates = "duplicates";

    // A wait, and on the way back a drain: both end when they have seen what they are for. What is read then is the host's to
    // change, and nothing at all where somebody deleted the node.
    public override bool ConfirmsAtOnce => false;

    public override IReadOnlySet<string> Volatile { get; } =
        FrozenSet.Create("state", "os", Removing, Duplicates);

    protected override ResourceState Desired(NodeReady resource) =>
        new(("state", "ready"), ("os", "windows"), (Removing, "no"), (Duplicates, "none"));

    protected override IReadOnlyList<FieldChange> Diff(NodeReady resource, ResourceState? actual) =>
        [
            .. base.Diff(resource, actual)
                .Where(c => actual is not null || c.Field is "state" or "os"),
        ];

    protected override async Task<ResourceState?> ReadAsync(
        NodeReady resource,
        CancellationToken cancellation
    )
    {
        if (side.NodeId is not { } id)
        {
            return null;
        }

        var all = await side.Orchestrator.NodesAsync(cancellation);
        if (all.FirstOrDefault(n => n.Id == id) is not { } node)
        {
            return null;
        }

        var others = Others(all, resource);
        return new ResourceState(
            ("state", node.State),
            ("os", node.Os),
            (Removing, node.Labels.ContainsKey(NodeLabels.AvailabilityBefore) ? "yes" : "no"),
            (Duplicates, others.Count == 0 ? "none" : string.Join(", ", others.Select(n => n.Id)))
        );
    }

    protected override ResourceScript Render(NodeReady resource) => ClusterNodeScript.Of(resource);

    protected override async Task<StepOutcome> ApplyAsync(
        NodeReady resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        context.Report("waiting for the cluster to see it ready");
        var node = await Poll.UntilAsync(
            side.Clock,
            side.StateTimeout,
            () => side.OwnAsync(cancellation),
            n => n is { Ready: true, Os: "windows" },
            n =>
                n is null
                    ? $"The cluster knows no node {resource.Name}."
                    : $"The cluster sees {n.Name} ({n.Id}) as {n.State}, {n.Os}{(n.Message.Length > 0 ? ": " + n.Message : "")}.",
            cancellation
        );

        if (node!.Labels.TryGetValue(NodeLabels.AvailabilityBefore, out var before))
        {
            await UpdateAsync(node, marker: null, before, cancellation);
        }

        // What an earlier join of this host left: one that was cut short, or one with other addresses.
        var all = await side.Orchestrator.NodesAsync(cancellation);
        foreach (var other in Others(all, resource))
        {
            await side.DeleteOnceDownAsync(other, context.Report, cancellation);
        }

        return StepOutcome.Done;
    }

    protected override async Task<StepOutcome> RevertAsync(
        NodeReady resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        if (await side.OwnAsync(cancellation) is not { } node)
        {
            return StepOutcome.Done;
        }

        // Also where an earlier removal drained it and somebody let it work again since.
        if (node.Availability != "drain")
        {
            var before = node.Labels.GetValueOrDefault(NodeLabels.AvailabilityBefore);
            await UpdateAsync(node, before ?? node.Availability, "drain", cancellation);
        }

        await new NodeDrain(side).WaitAsync(node, context.Report, cancellation);
        return StepOutcome.Done;
    }

    private List<NodeStatus> Others(IReadOnlyList<NodeStatus> all, NodeReady resource) =>
        [.. side.Ours(all, resource.Name).Where(n => n.Id != side.NodeId)];

    private Task UpdateAsync(
        NodeStatus node,
        string? marker,
        string availability,
        CancellationToken cancellation
    ) =>
        side.Orchestrator.UpdateNodeAsync(
            node.Id,
            new Dictionary<string, string?> { [NodeLabels.AvailabilityBefore] = marker },
            availability,
            cancellation
        );
}
