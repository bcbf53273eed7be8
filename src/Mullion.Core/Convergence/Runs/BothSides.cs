using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Resources;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// Does a node's resources segment by segment: the host's through its executor, the cluster's through a converger of its own that
/// writes into the same journal.
/// </summary>
internal sealed class BothSides(ClusterSide side, IProgress<NodeEvent> events)
{
    private readonly List<StepResult> _steps = [];

    /// <summary>How the steps ended so far.</summary>
    public IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Whether anything may have been changed, or recorded: the run then has to end.</summary>
    public bool Begun { get; private set; }

    /// <summary>Takes back what the spec dropped, then makes so what it wants.</summary>
    public async Task<RunStatus> ApplyAsync(
        IExecutor executor,
        NodePlan plan,
        RunOptions options,
        CancellationToken cancellation
    )
    {
        var dropped = plan.Plan.Steps.Where(s => s.Action == PlanAction.Remove).Select(s => s.Id);
        var status = await TakeBackAsync(executor, plan.Inventory, [.. dropped], cancellation);
        if (status != RunStatus.Done)
        {
            return status;
        }

        var wanted = plan.Blueprint!.Resources.Where(r =>
            options.Until is null || r.Heading <= options.Until
        );
        await CarryAsync(executor, plan, wanted, options, cancellation);

        foreach (var segment in Segments.Forward([.. wanted]))
        {
            Begun = true;
            status =
                segment[0].Side == Side.Host
                    ? Keep(
                        await executor.ApplyAsync(
                            new ApplyRequest(segment, plan.Secrets),
                            events,
                            cancellation
                        )
                    )
                    : Keep(
                        await (
                            await InClusterAsync(executor, plan.Plan.Node, cancellation)
                        ).ApplyAsync(segment, cancellation)
                    );
            if (status != RunStatus.Done)
            {
                return status;
            }
        }

        return options.Until is null ? RunStatus.Done : RunStatus.Stopped;
    }

    /// <summary>Records as Mullion's what a plan says that only a record is missing of.</summary>
    public async Task<RunStatus> RecordAsync(IExecutor executor, NodePlan plan)
    {
        IJournal journal = new ExecutorJournal(executor, plan.Inventory);
        var resources = plan.Blueprint!.Resources.ToDictionary(r => r.Id);
        foreach (var step in plan.Plan.Steps.Where(s => s.RecordOnly))
        {
            Begun = true;
            var resource = resources[step.Id];
            // What was there before the join by hand, nobody knows; that it was in no swarm is what a removal leaves.
            await journal.PriorAsync(resource, new Prior(null, []));
            await journal.AppliedAsync(resource, step.Actual);
            _steps.Add(new StepResult(step.Id, StepStatus.Changed, State: step.Actual));
            events.Report(
                new NodeEvent(
                    side.Clock.GetUtcNow(),
                    plan.Plan.Node,
                    EventKind.StepDone,
                    step.Id,
                    $"adopted {resource.Title}"
                )
            );
        }

        return RunStatus.Done;
    }

    /// <summary>Takes back owned resources, whichever side they are on.</summary>
    public async Task<RunStatus> TakeBackAsync(
        IExecutor executor,
        Inventory inventory,
        IReadOnlyList<string> ids,
        CancellationToken cancellation
    )
    {
        var resources = ids.Select(id => inventory[id]!.Resource).ToList();
        foreach (var segment in Segments.Backward(resources))
        {
            Begun = true;
            var names = segment.Select(r => r.Id).ToList();
            var status =
                segment[0].Side == Side.Host
                    ? Keep(
                        await executor.TakeBackAsync(
                            new TakeBackRequest(names),
                            events,
                            cancellation
                        )
                    )
                    : Keep(
                        await (
                            await InClusterAsync(executor, inventory.Node ?? "", cancellation)
                        ).TakeBackAsync([.. names.Select(id => inventory[id]!)], cancellation)
                    );
            if (status != RunStatus.Done)
            {
                return status;
            }
        }

        return RunStatus.Done;
    }

    /// <summary>The converger of the cluster's side, which by now knows the node's id.</summary>
    private async Task<Converger> InClusterAsync(
        IExecutor executor,
        string node,
        CancellationToken cancellation
    )
    {
        var inventory = (await executor.JournalAsync(cancellation)).Inventory();
        side.NodeId =
            _steps.Select(s => s.State?["nodeId"]).LastOrDefault(id => id is not null)
            ?? side.NodeId;
        return new Converger(
            Providers.For(side),
            new ExecutorJournal(executor, inventory),
            SecretBag.Empty,
            (kind, id, message, fix) =>
                events.Report(
                    new NodeEvent(side.Clock.GetUtcNow(), node, kind, id, message) { Fix = fix }
                )
        );
    }

    /// <summary>Carries what steps will look for in the host's cache: for what is there already, nothing.</summary>
    private async Task CarryAsync(
        IExecutor executor,
        NodePlan plan,
        IEnumerable<Resource> wanted,
        RunOptions options,
        CancellationToken cancellation
    )
    {
        var changing = plan.Plan.Steps.Where(s => s.Changing).Select(s => s.Id).ToHashSet();
        var carried = wanted
            .Where(r => changing.Contains(r.Id))
            .OfType<IArchived>()
            .Select(r => r.Archive)
            .Where(a => a is { Url: null })
            .Select(a => a!.Sha256)
            .Distinct();
        foreach (var sha256 in carried)
        {
            await using var content = options.OpenPackage(sha256);
            if (content is not null)
            {
                Begun = true;
                await executor.PutPackageAsync(sha256, content, cancellation);
            }
        }
    }

    private RunStatus Keep(SegmentResult segment)
    {
        _steps.AddRange(segment.Steps);
        return segment.Status;
    }
}
