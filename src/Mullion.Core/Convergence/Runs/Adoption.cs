using Mullion.Core.Convergence.Plans;
using Mullion.Core.Findings;
using Mullion.Core.Resources;
using Mullion.Core.Resources.SwarmMemberships;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// Turns the plan that would bring a node up into one that takes it over as it is: nothing is changed on its host or in its cluster, only
/// recorded.
/// </summary>
/// <param name="owned">
/// Whether the membership, made by hand, becomes Mullion's: then a removal ends it. Otherwise the host is only known to belong to the
/// cluster, and a removal leaves everything as it is.
/// </param>
internal sealed class Adoption(bool owned)
{
    private const string Reason = "Mullion's from here on: a removal takes it back";

    public NodePlan Of(NodePlan node)
    {
        var steps = node.Plan.Steps;
        var membership = node.Blueprint!.Resources.OfType<SwarmMembership>().Single().Id;
        var joined = steps.FirstOrDefault(s => s.Id == membership);
        var findings = node.Plan.Findings.ToList();
        if (joined is { Actual: null })
        {
            findings.Add(
                Finding.Refuse(
                    "not-a-member",
                    $"{node.Plan.Node} is in no swarm: there is nothing to adopt.",
                    $"Let Mullion join it: mullion apply {node.Plan.Node}"
                )
            );
        }

        var differs = steps.Where(s => s.Changing).Select(s => s.Id).ToList();
        if (differs.Count > 0 && joined is { Actual: not null })
        {
            findings.Add(
                Finding.Warn(
                    "not-as-wanted",
                    $"Not as the spec wants, and left so now: {string.Join(", ", differs)}.",
                    $"Afterwards: mullion apply {node.Plan.Node}"
                )
            );
        }

        return node with
        {
            Plan = node.Plan with
            {
                Steps = [.. steps.Where(s => !s.Changing).Select(Taken)],
                Findings = findings,
            },
            Claims = node.Inventory is { Cluster: null } or { Closed: true },
        };
    }

    /// <summary>What a join by hand makes; what stood before it was somebody's reason for something else.</summary>
    private PlanStep Taken(PlanStep step) =>
        owned && step.Action == PlanAction.Adopt && step.Heading is Heading.Join or Heading.Verify
            ? step with
            {
                Action = PlanAction.None,
                RecordOnly = true,
                Reason = Reason,
            }
            : step;
}
