using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Cli.Changes;

/// <summary>Changes one node, and turns whatever comes of it into an outcome: one node's failure is nobody else's.</summary>
/// <param name="kind">What is done.</param>
/// <param name="options">How.</param>
/// <param name="events">Told of everything that happens.</param>
internal sealed class NodeRunner(ChangeKind kind, RunOptions options, IProgress<NodeEvent> events)
{
    public async Task<NodeOutcome> RunAsync(PlannedNode node, CancellationToken cancellation)
    {
        var watch = new BeginWatch(events);
        try
        {
            return Outcome(await kind.Run(node, watch, options, cancellation), watch);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Ended(node.Name, OutcomeKind.Interrupted, watch) with
            {
                Message = watch.LastDone is { } last
                    ? $"Interrupted after {last}."
                    : "Interrupted before the first change was finished.",
                Fix = GoOn(node.Name),
            };
        }
        catch (Exception error)
        {
            // A defect in one node's run must not keep the others from theirs, nor their outcome from being told.
            var problem =
                Problem.Of(error)
                ?? new Problem(
                    $"Unexpected: {error.GetType().Name}: {error.Message}",
                    "This is a defect of Mullion; please report it."
                );
            // What a host did before it was lost, nobody here can tell.
            var begun = watch.Begun || error is HostLostException;
            return Ended(node.Name, begun ? OutcomeKind.Partial : OutcomeKind.Failed, watch) with
            {
                Changed = begun,
                Message = problem.Message,
                Fix = problem.Fix,
            };
        }
    }

    private NodeOutcome Outcome(NodeResult result, BeginWatch watch)
    {
        var changed = result.Changed || watch.Begun;
        var outcome = new NodeOutcome(result.Node, Kind(result, changed))
        {
            Changed = changed,
            Changes = watch.Done,
            Message = result.Message,
            Fix = result.Fix,
            Steps = result.Steps,
        };
        return result.Status switch
        {
            RunStatus.RebootNeeded => outcome with
            {
                Message = $"{result.Node} must restart before it goes on.",
                Fix = "Run the command again with: --reboot allow",
            },
            RunStatus.Stopped => outcome with
            {
                Message =
                    $"Stopped after {options.Until.ToString()!.ToLowerInvariant()}, as asked. Go on with: mullion apply {result.Node}",
            },
            RunStatus.Interrupted => outcome with
            {
                Message = Where(result),
                Fix = GoOn(result.Node),
            },
            RunStatus.Failed => outcome with
            {
                Fix = outcome.Fix ?? (changed ? GoOn(result.Node) : null),
            },
            _ => outcome,
        };
    }

    private static OutcomeKind Kind(NodeResult result, bool changed) =>
        result.Status switch
        {
            RunStatus.Done => changed ? OutcomeKind.Done : OutcomeKind.Unchanged,
            RunStatus.Stopped => OutcomeKind.Stopped,
            RunStatus.Refused => changed ? OutcomeKind.Partial : OutcomeKind.Refused,
            RunStatus.Interrupted => OutcomeKind.Interrupted,
            _ => changed ? OutcomeKind.Partial : OutcomeKind.Failed,
        };

    private static string Where(NodeResult result)
    {
        var done = result.Steps.Where(s => s.Status == StepStatus.Changed).ToList();
        var open = result.Steps.Count(s => !s.Passed);
        return done.Count == 0
            ? "Interrupted before the first change was finished."
            : $"Interrupted after {done[^1].Id}: {done.Count} done, at least {open} to go.";
    }

    private string GoOn(string node) =>
        kind.Name == "apply"
            ? $"Run the command again: it goes on from here. Or take it back: mullion node remove {node}"
            : "Run the command again: it goes on from here.";

    private static NodeOutcome Ended(string node, OutcomeKind kind, BeginWatch watch) =>
        new(node, kind) { Changed = watch.Begun, Changes = watch.Done };

    /// <summary>Passes events on, and remembers whether anything was begun: a run that is lost in the middle cannot tell.</summary>
    private sealed class BeginWatch(IProgress<NodeEvent> next) : IProgress<NodeEvent>
    {
        public bool Begun { get; private set; }

        public int Done { get; private set; }

        public string? LastDone { get; private set; }

        public void Report(NodeEvent value)
        {
            Begun |= value.Kind is EventKind.StepStarted or EventKind.Rebooting;
            if (value.Kind == EventKind.StepDone)
            {
                Done++;
                LastDone = value.Id;
            }

            next.Report(value);
        }
    }
}
