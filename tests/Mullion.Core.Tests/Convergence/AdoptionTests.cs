using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>A host that somebody joined by hand is taken over as it is, and given back as it was before that join.</summary>
public sealed class AdoptionTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Bed _bed = new(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Nothing_is_changed_and_a_removal_takes_it_out_of_the_swarm()
    {
        var before = _bed.Snapshot();
        await JoinAsync();
        var joined = _bed.Snapshot();

        (await AdoptAsync(owned: true)).Status.ShouldBe(RunStatus.Done, _bed.Told());

        joined
            .Diff(_bed.Snapshot())
            .ShouldAllBe(d => d.Key.Contains(@"C:\ProgramData\Mullion"), _bed.Told());
        (await PlanAsync(owned: true)).Settled.ShouldBeTrue();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
        (await _bed.NodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_apply_afterwards_adds_what_the_spec_wants_and_takes_it_back_with_the_rest()
    {
        var before = _bed.Snapshot();
        await JoinAsync();
        var plan = await PlanAsync(owned: true);
        plan.Plan.Findings.ShouldContain(f =>
            f.Id == "not-as-wanted" && f.Message.Contains("firewall/swarm-2377-tcp")
        );
        await AdoptAsync(owned: true);

        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
        (await _bed.NodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_not_owned_belongs_to_the_cluster_and_stays_as_it_is()
    {
        await JoinAsync();
        var joined = _bed.Snapshot();

        (await AdoptAsync(owned: false)).Status.ShouldBe(RunStatus.Done, _bed.Told());

        (await InventoryAsync()).ShouldBe(("shop", 0));
        (await PlanAsync(owned: false)).Settled.ShouldBeTrue();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        joined.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
        (await _bed.NodesAsync()).Single().Ready.ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_was_not_owned_can_become_owned()
    {
        await JoinAsync();
        await AdoptAsync(owned: false);

        (await AdoptAsync(owned: true)).Status.ShouldBe(RunStatus.Done, _bed.Told());

        (await InventoryAsync()).Resources.ShouldBe(3);
    }

    [Fact]
    public async Task A_host_that_is_in_no_swarm_is_refused()
    {
        var refusal = (await PlanAsync(owned: true)).Plan.Refusals.ShouldHaveSingleItem();

        refusal.Id.ShouldBe("not-a-member");
        refusal.Fix!.ShouldContain("mullion apply win-1");
    }

    [Fact]
    public async Task A_worker_of_another_swarm_is_refused()
    {
        var swarm = Refused.OtherSwarm(_bed, "10.0.0.9:2377");
        _bed.Way.Gateway = new Lab.Gateways.MemorySwarmGateway(_bed.Swarm, swarm);
        await _bed.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.9:2377"],
                swarm.WorkerToken,
                "0.0.0.0:2377",
                null,
                null,
                "active"
            ),
            None
        );

        (await PlanAsync(owned: true)).Plan.Refusals.Select(f => f.Id).ShouldBe(["other-swarm"]);
    }

    [Fact]
    public async Task One_that_joined_with_other_addresses_than_the_spec_has_is_refused()
    {
        await JoinAsync(_bed, dataPath: null);

        (await PlanAsync(owned: true))
            .Plan.Refusals.Select(f => f.Id)
            .ShouldBe(["joined-otherwise"]);
    }

    [Theory]
    [InlineData(FaultKind.PowerCutBefore)]
    [InlineData(FaultKind.PowerCutAfter)]
    public async Task The_power_may_fail_at_any_operation(FaultKind kind)
    {
        await JoinAsync();
        _bed.Snapshot();
        var from = _bed.Host.Operations;
        await AdoptAsync(owned: true);
        var operations = _bed.Host.Operations - from;

        for (var at = 1; at <= operations; at++)
        {
            using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
            var before = bed.Snapshot();
            await JoinAsync(bed);
            bed.Snapshot();
            bed.Host.Operations.ShouldBe(from);
            bed.Host.Faults.Add(new Fault(kind) { Number = from + at });

            var result = await Bed.InsistAsync(() => AdoptAsync(bed, owned: true));

            result.Status.ShouldBe(RunStatus.Done, bed.Told());
            (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
            before.Diff(bed.Snapshot()).ShouldBeEmpty($"{kind} at {at}: {bed.Told()}");
            (await bed.NodesAsync()).ShouldBeEmpty();
        }
    }

    private Task JoinAsync() => JoinAsync(_bed);

    private static Task JoinAsync(Bed bed, string? dataPath = "10.0.0.21") =>
        bed.Host.Engine.JoinSwarmAsync(
            new SwarmJoin(
                ["10.0.0.5:2377"],
                bed.Swarm.WorkerToken,
                "0.0.0.0:2377",
                "10.0.0.21",
                dataPath,
                "active"
            ),
            None
        );

    private async Task<NodePlan> PlanAsync(bool owned)
    {
        await using var executor = await _bed.ConnectAsync(None);
        return await _bed.Planner.AdoptAsync(executor, owned, None);
    }

    private Task<NodeResult> AdoptAsync(bool owned) => AdoptAsync(_bed, owned);

    private static async Task<NodeResult> AdoptAsync(Bed bed, bool owned)
    {
        NodePlan plan;
        await using (var executor = await bed.ConnectAsync(None))
        {
            plan = await bed.Planner.AdoptAsync(executor, owned, None);
        }

        return await bed.Run().AdoptAsync(plan, owned, bed.Options(), None);
    }

    private async Task<(string? Cluster, int Resources)> InventoryAsync()
    {
        await using var executor = new LocalExecutor(_bed.Host);
        var inventory = (await executor.JournalAsync(None)).Inventory();
        return (inventory.Cluster, inventory.Resources.Count);
    }
}
