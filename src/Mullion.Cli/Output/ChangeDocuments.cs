using Mullion.Cli.Changes;
using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Output;

/// <summary>Makes the one form of a change's outcome that people and programs are shown.</summary>
internal static class ChangeDocuments
{
    public static ChangeDocument Of(
        PlanDocument plan,
        IReadOnlyList<NodeOutcome> outcomes,
        ExitCode exit
    ) =>
        new(
            plan.Command,
            plan.Cluster,
            plan.Simulated,
            exit.ToString().ToLowerInvariant(),
            (int)exit,
            plan.Manager,
            [.. plan.Nodes.Zip(outcomes).Select(n => Of(n.First, n.Second))]
        );

    private static NodeChangeDocument Of(NodePlanDocument plan, NodeOutcome outcome) =>
        new(
            plan.Name,
            plan.Host,
            outcome.Kind,
            outcome.Changed,
            outcome.Changes,
            outcome.Message,
            outcome.Fix,
            [
                .. outcome.Steps.Select(s => new StepResultDocument(
                    s.Id,
                    s.Status,
                    s.Message,
                    s.Fix
                )),
            ],
            plan
        );
}
