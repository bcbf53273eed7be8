using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Sessions;

/// <summary>Plans several nodes side by side. One that cannot be reached does not keep the others from being planned.</summary>
internal static class NodePlanning
{
    // Reading disturbs nobody; the limit is only there to keep open connections few.
    private const int AtOnce = 16;

    /// <summary>The plans in the order of the nodes.</summary>
    public static async Task<IReadOnlyList<PlannedNode>> PlanAsync(
        IReadOnlyList<NodeSession> nodes,
        Func<NodeSession, IExecutor, Task<NodePlan>> plan,
        CancellationToken cancellation
    )
    {
        var planned = new PlannedNode[nodes.Count];
        await Parallel.ForAsync(
            0,
            nodes.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = cancellation,
            },
            async (i, cancel) => planned[i] = await PlanAsync(nodes[i], plan, cancel)
        );
        return planned;
    }

    private static async Task<PlannedNode> PlanAsync(
        NodeSession node,
        Func<NodeSession, IExecutor, Task<NodePlan>> plan,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var executor = await node.Link.ConnectAsync(cancellation);
            return new PlannedNode(node, await plan(node, executor), null);
        }
        catch (Exception error) when (Problem.Of(error) is { } problem)
        {
            return new PlannedNode(node, null, problem);
        }
    }
}
