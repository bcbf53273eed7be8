using Mullion.Core;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Resources.WindowsFeatures;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>An executor on a host in memory: a resource is there or not, and that is all there is to it.</summary>
internal sealed class FakeExecutor(FakeHost host) : IExecutor
{
    private RunRequest? _run;
    private bool _started;

    public Task<HostFacts> FactsAsync(CancellationToken cancellation) =>
        Task.FromResult(host.Facts);

    public Task<JournalView> JournalAsync(CancellationToken cancellation) =>
        Task.FromResult(new JournalView([.. host.Journal]));

    public Task<Plan> PlanAsync(Blueprint blueprint, CancellationToken cancellation)
    {
        var inventory = Inventory();
        var steps = blueprint.On(Side.Host).Resources.Select(r => Step(r, inventory));
        return Task.FromResult(
            new Plan(blueprint.Cluster, blueprint.Node, [.. steps], [.. host.Findings])
        );
    }

    public Task<Plan> PlanRemovalAsync(CancellationToken cancellation)
    {
        var inventory = Inventory();
        var steps = inventory
            .Resources.Values.Where(o => o.Resource.Side == Side.Host)
            .Select(o => o.Resource)
            .Select(r => new PlanStep(r.Id, r.Side, r.Heading, r.Title, PlanAction.Remove)
            {
                Actual = host.Present.GetValueOrDefault(r.Id),
                Changes = [new FieldChange("state", "present", null)],
                Impact = Impact(r),
            });
        return Task.FromResult(
            new Plan(inventory.Cluster ?? "", inventory.Node ?? "", [.. steps], [.. host.Findings])
        );
    }

    public Task BeginAsync(RunRequest request, CancellationToken cancellation)
    {
        _run = request;
        return host.Busy is null
            ? Task.CompletedTask
            : throw new MullionException(host.Busy, "Wait for it.");
    }

    public Task PutPackageAsync(string sha256, Stream content, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task<SegmentResult> ApplyAsync(
        ApplyRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    ) =>
        RunAsync(
            request.Resources,
            events,
            resource =>
            {
                var conflict = host.Conflicts.Remove(resource.Id);
                if (!Real(resource) || (host.Present.ContainsKey(resource.Id) && !conflict))
                {
                    return StepStatus.Unchanged;
                }

                Tell(events, EventKind.StepStarted, resource, resource.Title);
                Change(resource);
                Record(RecordType.Prior, resource);
                if (resource is WindowsFeature && host.NeedsReboot && !host.RebootPending)
                {
                    host.RebootPending = true;
                    Tell(events, EventKind.StepWaits, resource, "goes on after a restart");
                    return StepStatus.NeedsReboot;
                }

                host.Present[resource.Id] = State(resource);
                Record(RecordType.Applied, resource);
                Tell(events, EventKind.StepDone, resource, resource.Title);
                return StepStatus.Changed;
            },
            cancellation
        );

    public Task<SegmentResult> TakeBackAsync(
        TakeBackRequest request,
        IProgress<NodeEvent> events,
        CancellationToken cancellation
    )
    {
        var inventory = Inventory();
        return RunAsync(
            request.Ids.Select(id => inventory[id]!.Resource),
            events,
            resource =>
            {
                Tell(events, EventKind.StepStarted, resource, $"taking back {resource.Title}");
                Change(resource);
                if (resource is SwarmMembership)
                {
                    host.Swarm.Leave(host.Present[resource.Id]["nodeId"]!);
                }

                host.Present.Remove(resource.Id);
                Started();
                Add(new JournalRecord { Type = RecordType.TakenBack, Id = resource.Id });
                Tell(events, EventKind.StepDone, resource, $"took back {resource.Title}");
                return StepStatus.Changed;
            },
            cancellation
        );
    }

    public Task RecordAsync(JournalRecord record, CancellationToken cancellation)
    {
        Started();
        Add(record);
        return Task.CompletedTask;
    }

    public Task RebootAsync(CancellationToken cancellation)
    {
        Add(new JournalRecord { Type = RecordType.Rebooting });
        host.Boots++;
        host.NeedsReboot = false;
        return Task.CompletedTask;
    }

    public Task EndAsync(string outcome, CancellationToken cancellation)
    {
        Started();
        Add(new JournalRecord { Type = RecordType.RunEnded, Note = outcome });
        return Task.CompletedTask;
    }

    public Task CloseAsync(CancellationToken cancellation)
    {
        host.Journal.Clear();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Real(Resource resource) =>
        resource is not (WindowsHost or HostInterface or FreePorts);

    private PlanStep Step(Resource resource, Inventory inventory)
    {
        var there = host.Present.GetValueOrDefault(resource.Id);
        var action =
            !Real(resource) ? PlanAction.None
            : host.Conflicts.Contains(resource.Id) ? PlanAction.Conflict
            : there is null ? PlanAction.Create
            : inventory[resource.Id] is null ? PlanAction.Adopt
            : PlanAction.None;
        return new PlanStep(resource.Id, resource.Side, resource.Heading, resource.Title, action)
        {
            Actual = there,
            Fingerprint = $"{there}|{action}",
            Changes =
                action == PlanAction.Create
                    ?
                    [
                        new FieldChange("state", null, "present"),
                        .. resource is SwarmMembership
                            ? [new FieldChange("nodeId", null, null, resource.Id)]
                            : Array.Empty<FieldChange>(),
                    ]
                    : [],
            Impact =
                action == PlanAction.Create ? Impact(resource) : Mullion.Core.Resources.Impact.None,
        };
    }

    private Impact Impact(Resource resource) =>
        resource switch
        {
            WindowsFeature when host.NeedsReboot => new(ImpactKind.Reboot, "reboot"),
            SwarmMembership => new(ImpactKind.NetworkCut, "connection cut about 3 s"),
            _ => Core.Resources.Impact.None,
        };

    private ResourceState State(Resource resource) =>
        resource is SwarmMembership
            ? new ResourceState(("nodeId", host.Swarm.Join(host.Name, "10.0.0.21")))
            : new ResourceState(("state", "present"));

    private void Change(Resource resource)
    {
        host.Before(resource.Id);
        if (host.Failing.TryGetValue(resource.Id, out var reason))
        {
            throw new MullionException(reason, "Mend it.");
        }
    }

    private async Task<SegmentResult> RunAsync(
        IEnumerable<Resource> resources,
        IProgress<NodeEvent> events,
        Func<Resource, StepStatus> change,
        CancellationToken cancellation
    )
    {
        await Task.Yield();
        var results = new List<StepResult>();
        foreach (var resource in resources)
        {
            if (cancellation.IsCancellationRequested || results.Exists(r => !r.Passed))
            {
                results.Add(
                    new StepResult(
                        resource.Id,
                        cancellation.IsCancellationRequested
                            ? StepStatus.Interrupted
                            : StepStatus.Skipped,
                        cancellation.IsCancellationRequested ? "not begun" : "needs another"
                    )
                );
                continue;
            }

            try
            {
                var status = change(resource);
                results.Add(
                    new StepResult(
                        resource.Id,
                        status,
                        State: host.Present.GetValueOrDefault(resource.Id)
                    )
                );
            }
            catch (MullionException error)
            {
                Tell(events, EventKind.StepFailed, resource, error.Message);
                results.Add(
                    new StepResult(resource.Id, StepStatus.Failed, error.Message, error.Fix)
                );
            }
        }

        return SegmentResult.Of(results);
    }

    private void Tell(
        IProgress<NodeEvent> events,
        EventKind kind,
        Resource resource,
        string text
    ) => events.Report(new NodeEvent(JumpClock.Start, _run!.Node, kind, resource.Id, text));

    private Inventory Inventory() => new JournalView(host.Journal).Inventory();

    private void Record(RecordType type, Resource resource)
    {
        Started();
        Add(
            new JournalRecord
            {
                Type = type,
                Id = resource.Id,
                Resource = resource,
                Prior = type == RecordType.Prior ? new Prior(null, []) : null,
                State = host.Present.GetValueOrDefault(resource.Id),
            }
        );
    }

    private void Started()
    {
        if (!_started)
        {
            _started = true;
            Add(
                new JournalRecord
                {
                    Type = RecordType.RunStarted,
                    Cluster = _run!.Cluster,
                    Node = _run.Node,
                    SpecDigest = _run.SpecDigest,
                    Note = $"{_run.Purpose} by {_run.By}",
                }
            );
        }
    }

    private void Add(JournalRecord record) =>
        host.Journal.Add(record with { Sequence = host.Journal.Count + 1, Time = JumpClock.Start });
}
