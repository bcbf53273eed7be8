using Mullion.Core.Orchestrators;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>Nodes with what bringing them up would do.</summary>
/// <param name="Facts">The cluster.</param>
/// <param name="Nodes">In the order they were asked for.</param>
internal sealed record ApplyPlanning(ClusterFacts Facts, IReadOnlyList<PlannedNode> Nodes)
{
    public static async Task<ApplyPlanning> PlanAsync(
        ClusterSession session,
        IReadOnlyList<NodeSpec> nodes,
        CancellationToken cancellation
    )
    {
        session.OpenSecrets();
        var facts = await session.FactsAsync(cancellation);
        var planned = await NodePlanning.PlanAsync(
            [.. nodes.Select(n => session.Node(n))],
            (node, executor) => node.Planner.ApplyAsync(executor, cancellation),
            cancellation
        );
        return new ApplyPlanning(facts, planned);
    }
}
