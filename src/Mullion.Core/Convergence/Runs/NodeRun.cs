using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// One run of one node, on both sides, across restarts of its host.
/// </summary>
/// <remarks>
/// <code>
/// begin → plan again (moved? refuse) → take back what the spec dropped → segment, segment, … → end
///   ↑                                                                       │ needs a restart (once a step)
///   └──────────────── back ←──── restart ←──────────────────────────────────┘
/// </code>
/// Whatever interrupts it, the next run begins at the top and finds by reading what is left to do. Whatever ends it, but for the
/// loss of the host, the journal is told how.
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

    /// <summary>Takes over a node that joined by hand: records, and changes nothing.</summary>
    /// <param name="approved">The plan that somebody agreed to; if the host has moved since, nothing is recorded.</param>
    /// <param name="owned">Whether its membership becomes Mullion's.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellation">Stops at the next safe point.</param>
    public Task<NodeResult> AdoptAsync(
        NodePlan approved,
        bool owned,
        RunOptions options,
        CancellationToken cancellation
    ) =>
        RunAsync(
            approved,
            "adopt",
            executor => planner.AdoptAsync(executor, owned, cancellation),
            (executor, plan) => _work.RecordAsync(executor, plan),
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
        if (approved is { Blueprint: not null, Settled: true })
        {
            return Result(plan.Node, RunStatus.Done);
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
            return Result(plan.Node, RunStatus.Interrupted);
        }
        catch (Exception e) when (_work.Begun && e is not HostLostException)
        {
            // The host did not come back, or came back to another run.
            return Broken(plan.Node, e);
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
        NodeResult? result;
        var bootId = "";
        var worked = false;
        try
        {
            var now = await replan(executor);
            bootId = now.Facts.BootId;
            if (Obstacle.Of(approved, now.Plan, options) is { } obstacle)
            {
                result = Blocked(request.Node, obstacle);
            }
            else
            {
                result = Result(request.Node, await work(executor, now));
                worked = true;
            }

            if (result.Status == RunStatus.RebootNeeded && options.RebootAllowed)
            {
                result = RestartAgain.Of(now.Plan, _work.Steps);
            }

            if (result is null)
            {
                events.Report(Event(request.Node, EventKind.Rebooting, "restarting"));
                await executor.RebootAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
            when (cancellation.IsCancellationRequested && _work.Begun)
        {
            result = Result(request.Node, RunStatus.Interrupted);
        }
        catch (Exception e) when (_work.Begun && e is not HostLostException)
        {
            result = Broken(request.Node, e);
        }

        if (result is null)
        {
            await new HostRestart(link, side.Clock).WaitAsync(bootId, cancellation);
            events.Report(Event(request.Node, EventKind.Back, "is back"));
            return null;
        }

        if (_work.Begun || worked)
        {
            result = await RunEnd.RecordAsync(executor, request.Purpose, result, options);
            events.Report(
                Event(request.Node, EventKind.RunEnded, result.Status.ToString().ToLowerInvariant())
            );
        }

        return result;
    }

    /// <summary>Nothing was changed, or what came before a restart was: then the run ends in the middle.</summary>
    private NodeResult Blocked(string node, Obstacle obstacle) =>
        Result(node, _work.Begun ? RunStatus.Failed : RunStatus.Refused) with
        {
            Message = obstacle.Message,
            Fix = obstacle.Fix,
        };

    private NodeResult Broken(string node, Exception error) =>
        Result(node, RunStatus.Failed) with
        {
            Message = Redaction.Redact(
                error is MullionException
                    ? error.Message
                    : $"{error.GetType().Name}: {error.Message}"
            ),
            Fix = error is MullionException known
                ? known.Fix
                : "This is a defect of Mullion; please report it with the journal.",
        };

    private NodeResult Result(string node, RunStatus status) => new(node, status, [.. _work.Steps]);

    private NodeEvent Event(string node, EventKind kind, string message) =>
        new(side.Clock.GetUtcNow(), node, kind, null, message);
}
