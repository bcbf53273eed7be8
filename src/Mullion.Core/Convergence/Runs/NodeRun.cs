using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Resources.ClusterNodes;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// One run of one node, on both sides, across restarts of its host.
/// </summary>
/// <remarks>
/// <code>
/// begin → plan again (moved? refuse) → take back what the spec dropped → segment, segment, … → end
///   ↑                                                                       │ needs a restart
///   └──────────────── back ←──── restart ←──────────────────────────────────┘
/// </code>
/// Whatever interrupts it, the next run begins at the top and finds by reading what is left to do.
/// </remarks>
/// <param name="link">The way to the host.</param>
/// <param name="planner">Plans the node.</param>
/// <param name="side">The cluster.</param>
/// <param name="events">Told of everything that happens.</param>
public sealed class NodeRun(
    IHostLink link,
    NodePlanner planner,
    ClusterSide side,
    IProgress<NodeEvent> events
)
{
    private readonly BothSides _work = new(side, events);

    /// <summary>Brings the node to its blueprint.</summary>
    /// <param name="approved">The plan that somebody agreed to; if the host has moved since, nothing is changed.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellation">Stops at the next safe point.</param>
    public Task<NodeResult> ApplyAsync(
        NodePlan approved,
        RunOptions options,
        CancellationToken cancellation
    ) =>
        RunAsync(
            approved,
            "apply",
            executor => planner.ApplyAsync(executor, cancellation),
            (executor, plan) => _work.ApplyAsync(executor, plan, options, cancellation),
            options,
            cancellation
        );

    /// <summary>Takes the node out of its cluster and its host back to what it was.</summary>
    /// <inheritdoc cref="ApplyAsync"/>
    public Task<NodeResult> RemoveAsync(
        NodePlan approved,
        RunOptions options,
        CancellationToken cancellation
    ) =>
        RunAsync(
            approved,
            "remove",
            executor => planner.RemoveAsync(executor, cancellation),
            (executor, plan) =>
                _work.TakeBackAsync(
                    executor,
                    plan.Inventory,
                    [.. plan.Inventory.Resources.Keys],
                    cancellation
                ),
            options,
            cancellation
        );

    private async Task<NodeResult> RunAsync(
        NodePlan approved,
        string purpose,
        Func<IExecutor, Task<NodePlan>> replan,
        Func<IExecutor, NodePlan, Task<RunStatus>> work,
        RunOptions options,
        CancellationToken cancellation
    )
    {
        var plan = approved.Plan;
        if (purpose == "apply" && approved.Settled)
        {
            return Result(plan, RunStatus.Done);
        }

        var request = new RunRequest(
            purpose,
            plan.Cluster,
            plan.Node,
            approved.Blueprint?.SpecDigest,
            options.By
        );
        try
        {
            NodeResult? result = null;
            for (var again = false; result is null; again = true)
            {
                result = await AttemptAsync(
                    again ? null : plan,
                    request,
                    replan,
                    work,
                    options,
                    cancellation
                );
            }

            return result;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Between two steps, such as while the host restarts.
            return Result(plan, RunStatus.Interrupted);
        }
    }

    /// <summary>Runs from the top; null when the host was restarted for it and is back.</summary>
    private async Task<NodeResult?> AttemptAsync(
        Plan? approved,
        RunRequest request,
        Func<IExecutor, Task<NodePlan>> replan,
        Func<IExecutor, NodePlan, Task<RunStatus>> work,
        RunOptions options,
        CancellationToken cancellation
    )
    {
        await using var executor = await link.ConnectAsync(cancellation);
        await executor.BeginAsync(request, cancellation);
        NodePlan now;
        RunStatus status;
        try
        {
            now = await replan(executor);
            if (Refusal(approved, now.Plan, options) is { } refusal)
            {
                return refusal;
            }

            status = await work(executor, now);
        }
        catch (OperationCanceledException)
            when (cancellation.IsCancellationRequested && _work.Steps.Count > 0)
        {
            await EndAsync(executor, request.Purpose, RunStatus.Interrupted, options);
            throw;
        }

        if (status == RunStatus.RebootNeeded && options.RebootAllowed)
        {
            events.Report(Event(request.Node, EventKind.Rebooting, "restarting"));
            await new HostRestart(link, side.Clock).RunAsync(
                executor,
                now.Facts.BootId,
                cancellation
            );
            events.Report(Event(request.Node, EventKind.Back, "is back"));
            return null;
        }

        await EndAsync(executor, request.Purpose, status, options);
        events.Report(
            Event(request.Node, EventKind.RunEnded, status.ToString().ToLowerInvariant())
        );
        return Result(now.Plan, status);
    }

    /// <summary>What stands in the way, of which nothing is changed; null when nothing does.</summary>
    private NodeResult? Refusal(Plan? approved, Plan now, RunOptions options)
    {
        if (approved?.MovedIn(now) is { Count: > 0 } moved)
        {
            return Result(now, RunStatus.Refused) with
            {
                Message =
                    $"{now.Node} has changed since the plan was made: {string.Join(", ", moved)}.",
                Fix = "Plan again.",
            };
        }

        if (now.Refusals is [var refusal, ..])
        {
            return Result(now, RunStatus.Refused) with
            {
                Message = refusal.Message,
                Fix = refusal.Fix,
            };
        }

        return now.Conflicts is [var conflict, ..] && !options.ForceConflicts
            ? Result(now, RunStatus.Refused) with
            {
                Message =
                    $"{conflict.Id} was {conflict.Reason}: {string.Join("; ", conflict.Changes)}.",
                Fix = "Overwrite it with --force-conflicts, or put it back, or change the spec.",
            }
            : null;
    }

    /// <summary>Not to be cancelled: how the run ended must be recorded.</summary>
    private static async Task EndAsync(
        IExecutor executor,
        string purpose,
        RunStatus status,
        RunOptions options
    )
    {
        var inventory = (await executor.JournalAsync(CancellationToken.None)).Inventory();
        if (purpose == "remove" && status == RunStatus.Done && inventory.Resources.IsEmpty)
        {
            await executor.CloseAsync(CancellationToken.None);
            return;
        }

        await executor.EndAsync(
            status switch
            {
                RunStatus.Done => RunOutcome.Done,
                RunStatus.Stopped => RunOutcome.StoppedPrefix
                    + options.Until!.Value.ToString().ToLowerInvariant(),
                RunStatus.RebootNeeded => RunOutcome.RebootNeeded,
                RunStatus.Interrupted => RunOutcome.Interrupted,
                _ => RunOutcome.Failed,
            },
            CancellationToken.None
        );
    }

    private NodeResult Result(Plan plan, RunStatus status) =>
        new(plan.Node, status, [.. _work.Steps]);

    private NodeEvent Event(string node, EventKind kind, string message) =>
        new(side.Clock.GetUtcNow(), node, kind, null, message);
}
