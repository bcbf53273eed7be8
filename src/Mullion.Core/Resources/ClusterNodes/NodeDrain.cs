using Mullion.Core.Orchestrators;

namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>Waits until a drained node has nothing left to do.</summary>
public sealed class NodeDrain(ClusterSide side)
{
    /// <summary>Waits for the last task to end, and tells which ones are left.</summary>
    /// <exception cref="MullionException">Some still run when the drain's timeout has passed; they are named.</exception>
    public Task WaitAsync(NodeStatus node, Action<string> report, CancellationToken cancellation)
    {
        var told = -1;
        return Poll.UntilAsync(
            side.Clock,
            side.DrainTimeout,
            async () =>
            {
                var left = await LeftAsync(node, cancellation);
                if (left.Count != told)
                {
                    told = left.Count;
                    report(told == 0 ? "drained" : $"draining: {told} tasks left");
                }

                return left;
            },
            left => left.Count == 0,
            left =>
                $"{node.Name} is not drained after {side.DrainTimeout.TotalSeconds:0} s: {string.Join(", ", left.Select(t => $"{t.Name} is {t.State}"))}.",
            cancellation,
            "See why they do not move (docker service ps), or wait longer with --drain-timeout; then run the command again."
        );
    }

    private async Task<IReadOnlyList<NodeTask>> LeftAsync(
        NodeStatus node,
        CancellationToken cancellation
    )
    {
        var tasks = await side.Orchestrator.TasksAsync(node.Id, cancellation);
        var left = tasks.Where(t => !t.Ended).ToList();
        return left.Count > 0 && await IsDownAsync(node, cancellation) ? [] : left;
    }

    // Nobody there can stop a task of a node that is down, and the cluster runs it elsewhere already.
    private async Task<bool> IsDownAsync(NodeStatus node, CancellationToken cancellation) =>
        (await side.Orchestrator.NodesAsync(cancellation)).All(n =>
            n.Id != node.Id || n.State == "down"
        );
}
