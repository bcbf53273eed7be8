using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Network;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Runs that go wrong outside of a step end all the same: told, in the journal, and with what was done.</summary>
public sealed class RunEndTests : IDisposable
{
    private readonly Bed _bed = new(HostTemplates.Bare(20348));
    private readonly HostSnapshot _before;

    public RunEndTests() => _before = _bed.Snapshot();

    [Fact]
    public async Task A_restart_that_changes_nothing_is_not_repeated()
    {
        var link = new RestartLink(
            _bed,
            () => _bed.Host.State.Features["Containers"] = FeatureState.Disabled
        );

        var result = await ApplyAsync(link);

        link.Boots.ShouldBe(1);
        result.Status.ShouldBe(RunStatus.Failed);
        result.Message!.ShouldContain(
            "win-1 was restarted, and this needs a restart as before: feature/Containers (state: disabled → enabled)"
        );
        result.Fix!.ShouldContain(@"C:\Windows\Logs\CBS\CBS.log");
        await EndedAsync();
    }

    [Fact]
    public async Task A_refusal_after_the_restart_ends_a_run_that_has_changed_something()
    {
        var link = new RestartLink(_bed, () => Listen("consul.exe"));

        var result = await ApplyAsync(link);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Changed.ShouldBeTrue();
        result.Message!.ShouldContain("consul.exe");
        _bed.Host.State.Listeners.RemoveAll(l => l.Program == "consul.exe");
        await EndedAsync();
    }

    [Fact]
    public async Task All_that_stands_in_the_way_is_told_at_once()
    {
        var plan = await _bed.PlanAsync();
        Listen("consul.exe");
        _bed.Gateway.Reachable = false;

        var result = await _bed.Run().ApplyAsync(plan, _bed.Options(), CancellationToken.None);

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message!.ShouldContain("consul.exe");
        result.Message!.ShouldContain("10.0.0.5:2377");
        result.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_came_back_to_another_run_is_told_with_what_was_done()
    {
        LocalExecutor? other = null;
        var link = new RestartLink(
            _bed,
            () =>
            {
                other = new LocalExecutor(_bed.Host);
                other
                    .BeginAsync(
                        new RunRequest("remove", "shop", "win-1", null, "bob@admin-2"),
                        CancellationToken.None
                    )
                    .GetAwaiter()
                    .GetResult();
            }
        );

        var result = await ApplyAsync(link);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Message!.ShouldContain("remove by bob@admin-2");
        result.Steps.ShouldContain(s => s.Status == StepStatus.NeedsReboot);
        await other!.DisposeAsync();
    }

    [Fact]
    public async Task A_restart_that_windows_refuses()
    {
        _bed.Host.Faults = Error("system.reboot", "*", WindowsError.AccessDenied);

        var result = await _bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        result.Message!.ShouldContain("system.reboot");
        result.Fix!.ShouldContain("administrator rights");
        result.Steps.ShouldContain(s => s.Status == StepStatus.NeedsReboot);
        await EndedAsync();
    }

    [Fact]
    public async Task A_package_that_cannot_be_carried()
    {
        _bed.Spec = Carried(_bed.Spec);
        _bed.Host.Faults = Error("files.write", "*", WindowsError.DiskFull);

        var result = await _bed.ApplyAsync(Carry);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Fix!.ShouldContain("Make room");
        await EndedAsync();
    }

    [Fact]
    public async Task A_package_that_a_power_cut_left_half_way_is_cleared_away()
    {
        _bed.Spec = Carried(_bed.Spec);
        _bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutAfter) { Operation = "files.flush", Target = "*.new" }
        );

        await Should.ThrowAsync<HostLostException>(() => _bed.ApplyAsync(Carry));

        _bed.Host.Faults = new FaultPlan();
        (await _bed.PlanRemovalAsync()).Inventory.Cluster.ShouldBe("shop");
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        _before.Diff(_bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_carried_after_taking_back_has_failed()
    {
        await _bed.ApplyAsync();
        _bed.Spec = Carried(_bed.Spec);
        var planner = new NodePlanner(
            "shop",
            _bed.Side,
            (cluster, host) =>
            {
                var all = SwarmWorker.Of(_bed.Spec, _bed.Spec.Nodes[0], cluster, host);
                return all with
                {
                    Resources = [.. all.Resources.Where(r => r.Id != "firewall/swarm-4789-udp")],
                };
            },
            (cluster, plan) => SwarmWorker.Secrets(cluster, plan)
        );
        await using var executor = await _bed.ConnectAsync(CancellationToken.None);
        var plan = await planner.ApplyAsync(executor, CancellationToken.None);
        _bed.Host.Faults = Error("firewall.remove", "*", WindowsError.AccessDenied);
        var opened = 0;

        var result = await new NodeRun(_bed, planner, _bed.Side, _bed).ApplyAsync(
            plan,
            _bed.Options(o =>
                o with
                {
                    OpenPackage = _ =>
                    {
                        opened++;
                        return new MemoryStream(Bed.Package.Zip);
                    },
                }
            ),
            CancellationToken.None
        );

        result.Status.ShouldBe(RunStatus.Failed);
        opened.ShouldBe(0);
    }

    [Fact]
    public async Task An_end_that_cannot_be_recorded_does_not_hide_what_was_done()
    {
        _bed.Reported = e =>
        {
            if (e is { Kind: EventKind.StepDone, Id: "node-label/win-1/rack" })
            {
                _bed.Host.Faults = Error("files.append", HostPaths.Journal, WindowsError.DiskFull);
            }
        };

        var result = await _bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        result.Message!.ShouldContain("The end of the run could not be recorded");
        result.Fix!.ShouldContain("Make room");
        result.Steps.ShouldContain(s => s.Id == "node-label/win-1/rack");
    }

    public void Dispose() => _bed.Dispose();

    private static ClusterSpec Carried(ClusterSpec spec) =>
        spec with
        {
            Engine = Bed.Specs.From(spec, p => p with { Url = null }),
        };

    private static RunOptions Carry(RunOptions options) =>
        options with
        {
            OpenPackage = _ => new MemoryStream(Bed.Package.Zip),
        };

    private static FaultPlan Error(string operation, string target, int code) =>
        new(
            new Fault(FaultKind.Error)
            {
                Operation = operation,
                Target = target,
                Code = code,
            }
        );

    private void Listen(string program) =>
        _bed.Host.Network.Put(new SimulatedListener("tcp", 7946, program, 77));

    private async Task<NodeResult> ApplyAsync(RestartLink link) =>
        await link.Run().ApplyAsync(await _bed.PlanAsync(), _bed.Options(), CancellationToken.None);

    /// <summary>The journal knows, nothing is kept for a run that is over, and it can be given up without a trace.</summary>
    private async Task EndedAsync()
    {
        FileJournal
            .Open(_bed.Host.Files, _bed.Clock)
            .Inventory.LastOutcome.ShouldBe(RunOutcome.Failed);
        _bed.Events[^1].Kind.ShouldBe(EventKind.RunEnded);
        _bed.Host.Files.Find(HostPaths.Cache).ShouldBeNull();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        _before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
    }
}
