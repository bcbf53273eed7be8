using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.SavedPlans;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion plan</c>: what apply would change. Changes nothing.</summary>
internal static class PlanCommand
{
    public static Command Build(CommandScope scope)
    {
        var nodes = NodeArguments.Some("The nodes to plan; all of the file when none is named.");
        var save = new Option<string?>("--save")
        {
            Description = "Saves the plan, to be applied exactly or not at all: mullion apply FILE",
            HelpName = "FILE",
        };
        var verbose = ChangeFlags.Verbose();
        return scope.Command(
            "plan",
            "Shows what apply would change on each host. Changes nothing.",
            [nodes, save, verbose],
            [
                new("mullion plan", "all nodes of ./mullion.yaml"),
                new("mullion plan win-1 --verbose", "one node, with every check"),
                new("mullion plan --save friday.plan", "keep it; later: mullion apply friday.plan"),
                new("mullion plan -o json", "for a program"),
            ],
            call => RunAsync(call, call.Value(nodes)!, call.Value(save), call.Value(verbose))
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        string[] names,
        string? save,
        bool verbose
    )
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var planning = await ApplyPlanning.PlanAsync(
            session,
            NodeSelection.Of(session.File, names),
            call.Context.Interrupt
        );
        var plan = PlanDocuments.Of("apply", session.Spec, planning.Facts, planning.Nodes);
        new PlanText(call.Result, verbose).Write(plan);
        call.Document(plan, CliJson.Readable.PlanDocument);
        if (save is not null)
        {
            Save(call, session, plan, save);
        }

        return plan.Nodes.Any(n => n.Verdict == PlanVerdict.Failed) ? ExitCode.Failed
            : plan.Nodes.Any(n => n.Verdict is PlanVerdict.Refused or PlanVerdict.Conflict)
                ? ExitCode.Refused
            : ExitCode.Done;
    }

    private static void Save(Call call, ClusterSession session, PlanDocument plan, string path)
    {
        if (plan.Nodes.FirstOrDefault(n => n.Error is not null) is { } lost)
        {
            call.Messages.Line(
                $"Not saved: there is no plan for {lost.Name}.",
                Rendering.Style.Caution
            );
            return;
        }

        SavedPlanFile.Save(
            path,
            new SavedPlan
            {
                Kind = SavedPlan.FileKind,
                Format = SavedPlan.CurrentFormat,
                MadeBy = VersionCommand.Version,
                Made = call.Context.Clock.GetUtcNow(),
                SpecPath = session.File.Path,
                SpecDigest = session.Spec.Digest(),
                Plan = plan,
            }
        );
        call.Messages.Line($"Saved to {path}. Apply it with: mullion apply {path}");
    }
}
