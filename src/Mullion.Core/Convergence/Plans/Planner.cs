using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Findings;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>
/// Compares what a node needs with what Mullion did before and what is there. Changes nothing.
/// </summary>
/// <param name="providers">The providers of the side it plans for.</param>
public sealed class Planner(ProviderSet providers)
{
    /// <summary>The plan that brings a node to its blueprint: its resources, and owned ones that it no longer names.</summary>
    public async Task<Plan> ApplyAsync(
        Blueprint blueprint,
        Side side,
        Inventory inventory,
        CancellationToken cancellation
    )
    {
        var steps = new List<PlanStep>();
        var findings = new List<Finding>();
        foreach (var resource in blueprint.On(side).Resources)
        {
            try
            {
                var actual = await providers[resource].ReadAsync(resource, cancellation);
                var step = await StepAsync(resource, actual, inventory, cancellation);
                steps.Add(step);
                findings.AddRange(
                    await Untold.CheckAsync(
                        resource,
                        step.Changing,
                        () =>
                            providers[resource]
                                .CheckAsync(
                                    resource,
                                    Context(step, resource, inventory),
                                    cancellation
                                )
                    )
                );
            }
            catch (MullionException e)
            {
                findings.Add(Untold.Read(resource, findings, e));
            }
        }

        var wanted = blueprint.Resources.Select(r => r.Id).ToHashSet();
        var gone = inventory.Resources.Values.Where(o =>
            o.Resource.Side == side && !wanted.Contains(o.Resource.Id)
        );
        foreach (var owned in gone)
        {
            if (
                await RemovalAsync(owned, "no longer in the spec", findings, cancellation) is
                { } step
            )
            {
                steps.Add(step);
                findings.AddRange(StillNeeded(step, wanted, inventory));
            }
        }

        return new Plan(blueprint.Cluster, blueprint.Node, steps, findings);
    }

    /// <summary>The plan that takes back everything Mullion owns on one side. Needs no spec.</summary>
    public async Task<Plan> RemoveAsync(
        Side side,
        Inventory inventory,
        CancellationToken cancellation
    )
    {
        var steps = new List<PlanStep>();
        var findings = new List<Finding>();
        foreach (
            var owned in inventory
                .Resources.Values.Where(o => o.Resource.Side == side)
                .OrderByDescending(o => o.Resource.Heading)
        )
        {
            if (await RemovalAsync(owned, reason: null, findings, cancellation) is { } step)
            {
                steps.Add(step);
            }
        }

        return new Plan(inventory.Cluster ?? "", inventory.Node ?? "", steps, findings);
    }

    /// <summary>What would be done with one resource, from its state as just read.</summary>
    internal async Task<PlanStep> StepAsync(
        Resource resource,
        ResourceState? actual,
        Inventory inventory,
        CancellationToken cancellation
    )
    {
        var provider = providers[resource];
        var changes = provider.Diff(resource, actual);
        var owned = inventory[resource.Id];
        var step = new PlanStep(
            resource.Id,
            resource.Side,
            resource.Heading,
            resource.Title,
            PlanAction.None
        )
        {
            Actual = actual,
            Changes = changes,
            Fingerprint = Drift.Fingerprint(provider, actual, changes),
        };

        if (changes.Count == 0)
        {
            var arose = owned is null && Owns(inventory, resource);
            return step with
            {
                Action =
                    owned is null && !arose && actual is not null
                        ? PlanAction.Adopt
                        : PlanAction.None,
                RecordOnly = arose || owned is { Confirmed: false },
            };
        }

        var foreign = owned is { Confirmed: true } && !Drift.Same(provider, owned.Applied, actual);
        if (foreign && inventory.Stopped)
        {
            return step with
            {
                Action = PlanAction.Conflict,
                Reason = "changed by others since Mullion stopped here",
            };
        }

        return step with
        {
            Action = actual is null ? PlanAction.Create : PlanAction.Update,
            Impact = await provider.ImpactAsync(resource, actual, cancellation),
            Reason = owned switch
            {
                { Confirmed: false } => "begun before, not finished",
                _ when foreign => "changed by others since Mullion applied it",
                _ => null,
            },
        };
    }

    /// <summary>What would be taken back, and what stands in its way; null when what is there cannot be read.</summary>
    private async Task<PlanStep?> RemovalAsync(
        OwnedResource owned,
        string? reason,
        List<Finding> findings,
        CancellationToken cancellation
    )
    {
        var resource = owned.Resource;
        try
        {
            var step = await RemovalAsync(owned, reason, cancellation);
            findings.AddRange(
                await Untold.CheckAsync(
                    resource,
                    changing: true,
                    () => providers[resource].CheckRevertAsync(resource, owned.Prior, cancellation)
                )
            );
            return step;
        }
        catch (MullionException e)
        {
            findings.Add(Untold.Read(resource, findings, e));
            return null;
        }
    }

    private async Task<PlanStep> RemovalAsync(
        OwnedResource owned,
        string? reason,
        CancellationToken cancellation
    )
    {
        var resource = owned.Resource;
        var provider = providers[resource];
        var actual = await provider.ReadAsync(resource, cancellation);
        var target = Drift.Target(provider, owned, actual);
        var left = target.Left.Count > 0;
        var changes = Drift.Changes(actual, target.State);
        return new PlanStep(
            resource.Id,
            resource.Side,
            resource.Heading,
            resource.Title,
            PlanAction.Remove
        )
        {
            Actual = actual,
            Changes = changes,
            Fingerprint = Drift.Fingerprint(provider, actual, changes),
            Impact = await provider.RevertImpactAsync(resource, owned.Prior, cancellation),
            Reason = left
                ? $"stays in part: others changed {string.Join(", ", target.Left)} since"
                : reason,
        };
    }

    private static ReadContext Context(PlanStep step, Resource resource, Inventory inventory) =>
        new(Owns(inventory, resource), step.Actual, Begun: !inventory.Resources.IsEmpty);

    /// <summary>Taking away what stands under something that stays would break the node, and mend nothing.</summary>
    private static IEnumerable<Finding> StillNeeded(
        PlanStep gone,
        HashSet<string> wanted,
        Inventory inventory
    ) =>
        gone.Impact.Kind == ImpactKind.None
            ? []
            : inventory
                .Resources.Values.Where(o =>
                    o.Resource.Side == gone.Side
                    && wanted.Contains(o.Resource.Id)
                    && o.Resource.After.Contains(gone.Id)
                )
                .Take(1)
                .Select(o =>
                    Finding.Refuse(
                        "still-needed",
                        $"{gone.Id} is no longer wanted, taking it back means {gone.Impact.Text}, and {o.Resource.Id} still needs it.",
                        "Remove the node first (mullion node remove), then apply the new spec."
                    )
                );

    private static bool Owns(Inventory inventory, Resource resource) =>
        inventory[resource.Id] is not null
        || (resource.ArisesFrom is { } source && inventory[source] is not null);
}
