using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Rendering.Progress;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;

namespace Mullion.Cli.Changes;

/// <summary>
/// From plans to outcomes, the same for apply and remove: show, sort out what cannot be done, ask, do, tell.
/// </summary>
internal sealed class ChangeFlow(Call call, ChangeKind kind, ChangeOptions options)
{
    private CancellationToken Interrupt => call.Context.Interrupt;

    /// <summary>Does it.</summary>
    /// <param name="plan">The plan as shown.</param>
    /// <param name="nodes">The nodes that it is made of, in the same order.</param>
    /// <param name="run">What runs share: secrets and packages.</param>
    public async Task<ExitCode> RunAsync(
        PlanDocument plan,
        IReadOnlyList<PlannedNode> nodes,
        RunOptions run
    )
    {
        Show(plan);
        var ready = plan
            .Nodes.Zip(nodes)
            .Where(n => n.First.Verdict == PlanVerdict.Changes)
            .ToList();
        if (ready.Count == 0)
        {
            return Report(plan, [.. plan.Nodes.Select(BeforeRun)]);
        }

        var restarting = ready
            .Where(n => n.First.Impact?.Kind == ImpactKind.Reboot)
            .Select(n => n.First.Name)
            .ToList();
        var approval = new Approval(call);
        var asksReboot = restarting.Count > 0 && !options.RebootAllowed;
        await approval.AskAsync(Question(ready.Count, nodes.Count), options.Yes, asksReboot);
        if (asksReboot && !await approval.RebootAsync(restarting))
        {
            return Report(plan, [.. plan.Nodes.Select(n => WithoutReboot(n, restarting))]);
        }

        var outcomes = await RunAsync(
            [.. ready.Select(n => n.Second)],
            ready.Exists(n => n.First.Impact?.Kind is not (null or ImpactKind.None)),
            run with
            {
                RebootAllowed = options.RebootAllowed || asksReboot,
                ForceConflicts = options.ForceConflicts,
                Until = options.Until,
            }
        );
        var byName = outcomes.ToDictionary(o => o.Node);
        return Report(
            plan,
            [.. plan.Nodes.Select(n => byName.GetValueOrDefault(n.Name) ?? BeforeRun(n))]
        );
    }

    private async Task<IReadOnlyList<NodeOutcome>> RunAsync(
        IReadOnlyList<PlannedNode> nodes,
        bool interrupts,
        RunOptions run
    )
    {
        var parallel = options.Parallel ?? (interrupts ? 1 : ChangeOptions.Quiet);
        await using var display = RunDisplay.For(call, [.. nodes.Select(n => n.Name)]);
        await using var notice = Interrupt.Register(() =>
            display.Note("Stopping at the next safe point; Ctrl-C again ends at once.")
        );
        var runner = new NodeRunner(kind, run, display);
        return await new Fleet(parallel, options.MaxFailures).RunAsync(
            nodes,
            async node =>
            {
                display.Begin(node.Name);
                var outcome = await runner.RunAsync(node, Interrupt);
                display.End(outcome);
                return outcome;
            },
            Interrupt
        );
    }

    /// <summary>The plan, where people read it: also before a question, when a program reads the result.</summary>
    private void Show(PlanDocument plan)
    {
        var screen =
            call.ForPeople ? call.Result
            : call.Context.Terminal.Interactive && !options.Yes ? call.Messages
            : null;
        if (screen is not null)
        {
            new PlanText(screen, options.Verbose, brief: true).Write(plan);
            screen.Line();
        }
    }

    private string Question(int ready, int all) =>
        ready == all
            ? $"{kind.Question} {Count.Of(ready, "node")}"
            : $"{kind.Question} {ready} of {all} nodes";

    private static NodeOutcome BeforeRun(NodePlanDocument node) =>
        node.Verdict switch
        {
            PlanVerdict.Unchanged => new NodeOutcome(node.Name, OutcomeKind.Unchanged),
            PlanVerdict.Failed => new NodeOutcome(node.Name, OutcomeKind.Failed)
            {
                Message = node.Error?.Message,
                Fix = node.Error?.Fix,
            },
            PlanVerdict.Conflict => new NodeOutcome(node.Name, OutcomeKind.Refused)
            {
                Message =
                    $"Others changed {Count.Of(node.Summary.Conflict, "resource")} since Mullion stopped here.",
                Fix = "Put it back, or overwrite it with: --force-conflicts",
            },
            PlanVerdict.Refused => Refused(node),
            _ => new NodeOutcome(node.Name, OutcomeKind.NotStarted),
        };

    private static NodeOutcome Refused(NodePlanDocument node)
    {
        var refusals = node
            .Findings.Where(f => f.Severity == Core.Findings.Severity.Refuse)
            .ToList();
        return new NodeOutcome(node.Name, OutcomeKind.Refused)
        {
            Message =
                refusals.Count == 1
                    ? refusals[0].Message
                    : $"{refusals.Count} checks stand in the way: {string.Join(" ", refusals.Select(r => r.Message))}",
            Fix = refusals.Count == 1 ? refusals[0].Fix : "Mend what the checks name.",
        };
    }

    private static NodeOutcome WithoutReboot(NodePlanDocument node, List<string> restarting) =>
        restarting.Contains(node.Name)
            ? new NodeOutcome(node.Name, OutcomeKind.Refused)
            {
                Message = $"{node.Name} must restart on the way, and that is not allowed.",
                Fix = "Allow it with: --reboot allow",
            }
        : node.Verdict == PlanVerdict.Changes
            ? new NodeOutcome(node.Name, OutcomeKind.NotStarted)
            {
                Message = "Not begun: a restart of other nodes is not allowed.",
            }
        : BeforeRun(node);

    private ExitCode Report(PlanDocument plan, IReadOnlyList<NodeOutcome> outcomes)
    {
        var exit = Outcomes.Exit(outcomes, Interrupt.IsCancellationRequested);
        var document = ChangeDocuments.Of(plan, outcomes, exit);
        new ChangeText(call.Result).Write(document);
        call.Document(document, CliJson.Readable.ChangeDocument);
        return exit;
    }
}
