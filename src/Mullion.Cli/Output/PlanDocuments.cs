using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources;
using Mullion.Core.Specs;

namespace Mullion.Cli.Output;

/// <summary>Makes the one form of a plan that people and programs are shown.</summary>
internal static class PlanDocuments
{
    /// <summary>The plan of several nodes.</summary>
    /// <param name="command"><c>apply</c> or <c>remove</c>.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="facts">The cluster.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="until">The last heading that is done now; null for all.</param>
    /// <param name="force">Whether conflicts are decided already.</param>
    public static PlanDocument Of(
        string command,
        ClusterSpec spec,
        ClusterFacts facts,
        IReadOnlyList<PlannedNode> nodes,
        Heading? until = null,
        bool force = false
    )
    {
        var documents = nodes.Select(n => Of(n, until, force)).ToList();
        return new PlanDocument(
            command,
            spec.Name,
            command == "apply" ? spec.Digest() : null,
            facts.Simulated || documents.Any(d => d.Simulated),
            facts.Id == GoneCluster.UnknownId ? null : ManagerDocument.Of(facts),
            documents,
            documents.Aggregate(PlanSummary.Zero, (sum, d) => sum + d.Summary)
        );
    }

    private static NodePlanDocument Of(PlannedNode node, Heading? until, bool force)
    {
        if (node.Plan is not { } planned)
        {
            return new NodePlanDocument
            {
                Name = node.Name,
                Host = node.Host,
                Verdict = PlanVerdict.Failed,
                Simulated = node.Session.Node.Host.Scheme == HostScheme.Lab,
                Error = ErrorDetail.Of(node.Problem),
            };
        }

        var steps = planned.Plan.Steps.Select(s => Of(s, until)).ToList();
        return new NodePlanDocument
        {
            Name = node.Name,
            Host = node.Host,
            Verdict = Verdict(planned, force),
            System = planned.Facts.Build == 0 ? null : SystemText.Of(planned.Facts),
            Simulated = planned.Facts.Simulated,
            Digest = planned.Plan.Digest(),
            Impact = Impact(steps),
            Steps = steps,
            Findings = planned.Plan.Findings,
            Summary = PlanSummary.Of(steps),
        };
    }

    private static StepDocument Of(PlanStep step, Heading? until) =>
        new()
        {
            Id = step.Id,
            Side = step.Side,
            Heading = step.Heading,
            Title = step.Title,
            Action = step.Action,
            // What the spec dropped is taken back first, whatever its heading.
            Later = step.Action != PlanAction.Remove && step.Heading > until,
            Changes = step.Changes,
            Impact = step.Impact.Kind == ImpactKind.None ? null : step.Impact,
            Reason = step.Reason,
            RecordOnly = step.RecordOnly,
            Fingerprint = step.Fingerprint,
        };

    private static PlanVerdict Verdict(NodePlan planned, bool force) =>
        planned switch
        {
            { Blueprint: not null, Settled: true } => PlanVerdict.Unchanged,
            { Blueprint: null, Inventory.Cluster: null } => PlanVerdict.Unchanged,
            { Plan.Refusals.Count: > 0 } => PlanVerdict.Refused,
            { Plan.Conflicts.Count: > 0 } when !force => PlanVerdict.Conflict,
            _ => PlanVerdict.Changes,
        };

    private static ImpactDocument Impact(IEnumerable<StepDocument> steps)
    {
        var impacts = steps
            .Where(s => s.Changing)
            .Select(s => s.Impact)
            .OfType<Impact>()
            .OrderByDescending(i => i.Kind)
            .ToList();
        return new ImpactDocument(
            impacts.FirstOrDefault()?.Kind ?? ImpactKind.None,
            [.. impacts.Select(i => i.Text).Distinct()]
        );
    }
}
