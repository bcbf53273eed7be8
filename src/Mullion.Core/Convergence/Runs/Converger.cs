// Long because: making so and taking back are one idea seen from two sides, and are read side by side.
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// Makes resources so, and takes them back. Every resource is read just before its step, so that an interrupted run is simply
/// begun again; what was there is in the journal before the first change.
/// </summary>
/// <param name="providers">The providers of the side it works on.</param>
/// <param name="journal">Written ahead of every change.</param>
/// <param name="secrets">Secrets of this run.</param>
/// <param name="events">Told of everything that happens; texts are scrubbed of secrets.</param>
public sealed class Converger(
    ProviderSet providers,
    IJournal journal,
    SecretBag secrets,
    Action<EventKind, string, string, string?> events
)
{
    private readonly Planner _planner = new(providers);

    /// <summary>Makes resources so, in the order of their After edges.</summary>
    public async Task<SegmentResult> ApplyAsync(
        IReadOnlyList<Resource> resources,
        CancellationToken cancellation
    )
    {
        var byId = resources.ToDictionary(r => r.Id);
        var results = await StepGraph.RunAsync(
            [.. resources.Select(r => r.Id)],
            id => byId[id].After,
            id => GuardAsync(id, () => ApplyAsync(byId[id], cancellation)),
            Skipped,
            cancellation
        );
        return SegmentResult.Of(resources.Select(r => results[r.Id]));
    }

    /// <summary>Takes owned resources back, in the reverse order of their After edges.</summary>
    public async Task<SegmentResult> TakeBackAsync(
        IReadOnlyList<OwnedResource> owned,
        CancellationToken cancellation
    )
    {
        if (await RefusedAsync(owned, cancellation) is { } refused)
        {
            return refused;
        }

        var byId = owned.ToDictionary(o => o.Resource.Id);
        var dependants = owned
            .SelectMany(o => o.Resource.After.Select(a => (Needed: a, By: o.Resource.Id)))
            .ToLookup(e => e.Needed, e => e.By);
        var results = await StepGraph.RunAsync(
            [.. owned.Select(o => o.Resource.Id)],
            id => dependants[id],
            id =>
                GuardAsync(
                    id,
                    async () =>
                        await HolderAsync(byId[id].Resource, cancellation) is { } holder
                            ? await LeaveAsync(id, $"{holder} stays and needs it")
                            : await TakeBackAsync(byId[id], cancellation)
                ),
            Skipped,
            cancellation
        );
        return SegmentResult.Of(owned.Select(o => results[o.Resource.Id]));
    }

    /// <summary>
    /// What stands in the way of taking back is asked again, for it may have come since the plan was made; then nothing is begun.
    /// </summary>
    private async Task<SegmentResult?> RefusedAsync(
        IReadOnlyList<OwnedResource> owned,
        CancellationToken cancellation
    )
    {
        var refusals = new Dictionary<string, StepResult>();
        foreach (var (resource, prior) in owned.Select(o => (o.Resource, o.Prior)))
        {
            var findings = await Untold.CheckAsync(
                resource,
                changing: true,
                () => providers[resource].CheckRevertAsync(resource, prior, cancellation)
            );
            if (findings.FirstOrDefault(f => f.Severity == Severity.Refuse) is { } refusal)
            {
                refusals[resource.Id] = Failed(resource.Id, refusal.Message, refusal.Fix);
            }
        }

        return refusals.Count == 0
            ? null
            : SegmentResult.Of(
                owned.Select(o =>
                    refusals.GetValueOrDefault(o.Resource.Id)
                    ?? new StepResult(
                        o.Resource.Id,
                        StepStatus.Skipped,
                        $"needs {refusals.Keys.First()}"
                    )
                )
            );
    }

    private async Task<StepResult> ApplyAsync(Resource resource, CancellationToken cancellation)
    {
        var provider = providers[resource];
        var actual = await provider.ReadAsync(resource, cancellation);
        var step = await _planner.StepAsync(resource, actual, journal.Inventory, cancellation);
        // A conflict was decided before the run began.
        if (step is { Changing: false, Action: not PlanAction.Conflict })
        {
            if (step.RecordOnly)
            {
                await RecordPriorAsync(resource, actual, cancellation);
                await RecordAppliedAsync(resource, actual);
            }

            return new StepResult(resource.Id, StepStatus.Unchanged, State: actual);
        }

        events(EventKind.StepStarted, resource.Id, resource.Title, null);
        await RecordPriorAsync(resource, actual, cancellation);
        var outcome = await provider.ApplyAsync(
            resource,
            actual,
            Context(resource.Id),
            cancellation
        );
        if (outcome == StepOutcome.NeedsReboot)
        {
            return Waits(resource.Id);
        }

        var state = await provider.ReadAsync(resource, cancellation);
        var differs = provider.ConfirmsAtOnce ? provider.Diff(resource, state) : [];
        if (differs.Count > 0)
        {
            return Failed(
                resource.Id,
                $"{resource.Id} was applied and still differs: {string.Join("; ", differs)}.",
                "Something on the host works against it: a policy, a security product or another tool."
            );
        }

        await RecordAppliedAsync(resource, state);
        events(EventKind.StepDone, resource.Id, resource.Title, null);
        return new StepResult(resource.Id, StepStatus.Changed, State: state);
    }

    private async Task<StepResult> TakeBackAsync(
        OwnedResource owned,
        CancellationToken cancellation
    )
    {
        var resource = owned.Resource;
        var provider = providers[resource];
        var actual = await provider.ReadAsync(resource, cancellation);
        var target = Drift.Target(provider, owned, actual);
        if (target.Left.Count > 0 && owned.Prior.State is null)
        {
            return await LeaveAsync(
                resource.Id,
                $"others changed {string.Join(", ", target.Left)} since"
            );
        }

        events(EventKind.StepStarted, resource.Id, $"taking back {resource.Title}", null);
        await journal.TakingBackAsync(resource.Id, target.State);
        var outcome = await provider.RevertAsync(
            resource,
            owned.Prior with
            {
                State = target.State,
            },
            Context(resource.Id),
            cancellation
        );
        if (outcome == StepOutcome.NeedsReboot)
        {
            return Waits(resource.Id);
        }

        var state = await provider.ReadAsync(resource, cancellation);
        if (provider.ConfirmsAtOnce && !Drift.Same(provider, target.State, state))
        {
            return Failed(
                resource.Id,
                $"{resource.Id} was taken back and still differs: {string.Join("; ", Drift.Changes(state, target.State))}.",
                "Something on the host works against it: a policy, a security product or another tool."
            );
        }

        await journal.TakenBackAsync(resource.Id);
        events(EventKind.StepDone, resource.Id, $"took back {resource.Title}", null);
        return new StepResult(resource.Id, StepStatus.Changed, State: state);
    }

    /// <summary>
    /// What others have on the host, or were left there, that needs a resource of the host, as long as it is there. In the cluster
    /// nothing needs anything: what stands on a node goes with the node.
    /// </summary>
    private async Task<string?> HolderAsync(Resource resource, CancellationToken cancellation)
    {
        var holders = journal
            .Inventory.Left.Values.Select(l => l.Resource)
            .OfType<Resource>()
            .Where(l => (l.Side, resource.Side) == (Side.Host, Side.Host))
            .Where(l => l.After.Contains(resource.Id));
        foreach (var holder in holders)
        {
            if (await providers[holder].ReadAsync(holder, cancellation) is not null)
            {
                return holder.Id;
            }
        }

        return await providers[resource].HolderAsync(resource, cancellation);
    }

    private async Task<StepResult> LeaveAsync(string id, string why)
    {
        await journal.LeftAsync(id, why);
        events(EventKind.StepLeft, id, $"left as it is: {why}", null);
        return new StepResult(id, StepStatus.Left, why);
    }

    // What cannot be undone is never changed by Mullion either, such as an engine that was there: it owns none of that.
    private bool Records(Resource resource) => providers[resource].Reversal != Reversal.None;

    private async Task RecordAppliedAsync(Resource resource, ResourceState? state)
    {
        if (Records(resource))
        {
            await journal.AppliedAsync(resource, state);
        }
    }

    private async Task RecordPriorAsync(
        Resource resource,
        ResourceState? actual,
        CancellationToken cancellation
    )
    {
        var provider = providers[resource];
        if (!Records(resource))
        {
            return;
        }

        if (journal.Inventory[resource.Id] is not { } owned)
        {
            var territory = await provider.SurveyAsync(resource, cancellation);
            await journal.PriorAsync(resource, new Prior(provider.Lasting(actual), territory));
        }
        else if (provider.Grown(owned.Resource, resource).ToList() is [_, ..] grown)
        {
            var state = grown.Aggregate(
                owned.Prior.State ?? ResourceState.Empty,
                (s, f) => s.With(f, actual?[f])
            );
            await journal.PriorAsync(resource, owned.Prior with { State = state });
        }
    }

    /// <summary>One step's failure is one step's failure: the others go on. Only the loss of the host ends all.</summary>
    private async Task<StepResult> GuardAsync(string id, Func<Task<StepResult>> step)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException)
        {
            return new StepResult(id, StepStatus.Interrupted);
        }
        catch (MullionException e)
        {
            return Failed(id, e.Message, e.Fix);
        }
        catch (Exception e) when (e is not HostLostException)
        {
            return Failed(
                id,
                $"{e.GetType().Name}: {e.Message}",
                "This is a defect of Mullion; please report it with the journal."
            );
        }
    }

    private StepContext Context(string id) =>
        new(secrets, text => events(EventKind.StepProgress, id, Safe(text), null));

    private StepResult Waits(string id)
    {
        events(EventKind.StepWaits, id, "goes on after a restart", null);
        return new StepResult(id, StepStatus.NeedsReboot);
    }

    private StepResult Failed(string id, string message, string? fix)
    {
        var text = Safe(message);
        events(EventKind.StepFailed, id, text, fix);
        return new StepResult(id, StepStatus.Failed, text, fix);
    }

    /// <summary>Without this run's secrets, and without what looks like another's, such as a token that was rotated since.</summary>
    private string Safe(string text) => Redaction.Redact(secrets.Scrub(text));

    private void Skipped(string id, StepResult because) =>
        events(EventKind.StepSkipped, id, $"not begun: needs {because.Id}", null);
}
