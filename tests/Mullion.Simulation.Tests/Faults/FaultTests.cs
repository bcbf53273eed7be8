using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Localisation;
using Mullion.Simulation.Operations;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Faults;

public class FaultTests
{
    private readonly SimulatedHost _host = Hosts.Bare();

    [Fact]
    public void Faults_may_be_added_while_somebody_looks_at_them()
    {
        var plan = new FaultPlan(new Fault(FaultKind.Error), new Fault(FaultKind.Slow));

        foreach (var fault in plan.Faults)
        {
            plan.Add(fault);
        }

        plan.Faults.Count.ShouldBe(4);
    }

    [Fact]
    public void An_error_changes_nothing_and_hits_once()
    {
        _host.Faults.Add(new Fault(FaultKind.Error) { Operation = "files.*", Code = 5 });

        Hosts.Fails(() => _host.Files.CreateDirectory(@"C:\a")).Code.ShouldBe(5);

        _host.Files.Find(@"C:\a").ShouldBeNull();
        _host.Files.CreateDirectory(@"C:\a");
    }

    [Fact]
    public void A_fault_may_wait_for_its_turn_and_stay()
    {
        _host.Faults.Add(
            new Fault(FaultKind.Error)
            {
                Operation = "services.find",
                Target = "DOCK*",
                Occurrence = 2,
                Times = null,
            }
        );

        _host.Services.Find("docker").ShouldBeNull();
        Hosts.Fails(() => _host.Services.Find("docker"));
        _host.Services.Find("hns").ShouldBeNull();
        Hosts.Fails(() => _host.Services.Find("docker"));
    }

    [Fact]
    public void An_error_without_a_code_is_one_that_such_calls_give_in_the_hosts_language()
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(20348).Speaking(HostLanguage.German));
        host.Faults.Add(new Fault(FaultKind.Error) { Operation = "files.read" });

        var error = Hosts.Fails(() => host.Files.OpenRead(@"C:\x"));

        error.Code.ShouldBe(WindowsError.SharingViolation);
        error.Reason.ShouldContain("von einem anderen Prozess");
    }

    [Fact]
    public async Task A_timeout_takes_its_time_and_changes_nothing()
    {
        _host.Faults.Add(new Fault(FaultKind.Timeout) { Operation = "services.stop" });
        var start = _host.Clock.GetUtcNow();

        var error = await Hosts.FailsAsync(() => _host.Services.StopAsync("W32Time", default));

        error.Code.ShouldBe(WindowsError.Timeout);
        (_host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));
        _host.Services.Find("W32Time")!.State.ShouldBe(ServiceState.Running);
    }

    [Fact]
    public void A_lost_answer_hides_that_the_work_is_done()
    {
        _host.Faults.Add(new Fault(FaultKind.LostAnswer) { Operation = "files.createDirectory" });

        Hosts.Fails(() => _host.Files.CreateDirectory(@"C:\a")).Code.ShouldBe(WindowsError.Timeout);

        _host.Files.Find(@"C:\a").ShouldNotBeNull();
    }

    [Fact]
    public void A_full_disk_takes_a_part_of_a_write()
    {
        _host.Faults.Add(new Fault(FaultKind.DiskFull) { Operation = "files.*", Seed = 7 });

        Hosts
            .Fails(() => _host.Files.Write(@"C:\a", Hosts.Bytes("0123456789")))
            .Code.ShouldBe(WindowsError.DiskFull);

        "0123456789".ShouldStartWith(_host.Files.ReadAllText(@"C:\a"));
        _host.Files.Find(@"C:\a")!.Length.ShouldBeLessThan(10);
    }

    [Fact]
    public void A_disk_that_is_really_full_does_so_too()
    {
        var free = _host.System.Facts().FreeDiskBytes;
        _host.State.Machine = _host.State.Machine with
        {
            DiskBytes = _host.State.Machine.DiskBytes - free + 4,
        };

        Hosts
            .Fails(() => _host.Files.Write(@"C:\a", Hosts.Bytes("0123456789")))
            .Code.ShouldBe(WindowsError.DiskFull);

        _host.Files.ReadAllText(@"C:\a").ShouldBe("0123");
        _host.System.Facts().FreeDiskBytes.ShouldBe(0);
    }

    [Fact]
    public void A_connection_is_lost_and_the_work_is_done()
    {
        var lost = new List<string>();
        _host.ConnectionLost += (_, e) => lost.Add(e.Reason);
        _host.Faults.Add(new Fault(FaultKind.ConnectionLoss) { Operation = "files.*" });

        _host.Files.CreateDirectory(@"C:\a");

        lost.ShouldHaveSingleItem();
        _host.Files.Find(@"C:\a").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(FaultKind.PowerCutBefore, false)]
    [InlineData(FaultKind.PowerCutAfter, true)]
    public void A_power_cut_comes_before_or_after(FaultKind kind, bool done)
    {
        _host.Faults.Add(new Fault(kind) { Operation = "firewall.add" });

        Should.Throw<PowerCutException>(() => _host.Firewall.Add(Story.Rule));
        _host.Boot();

        (_host.Firewall.Find(Story.Rule.Id) is not null).ShouldBe(done);
    }

    [Fact]
    public void A_power_cut_within_a_write_leaves_a_beginning_of_it_at_the_most()
    {
        var lengths = new HashSet<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var host = Hosts.Bare();
            host.Files.Put(@"C:\a", "old"u8.ToArray());
            host.Faults.Add(
                new Fault(FaultKind.PowerCutWithin) { Operation = "files.write", Seed = seed }
            );

            Should.Throw<PowerCutException>(() =>
                host.Files.Write(@"C:\a", Hosts.Bytes("0123456789"))
            );
            host.Boot();

            var left = host.Files.ReadAllText(@"C:\a");
            lengths.Add(left);
            (
                left == "old"
                || "0123456789".StartsWith(left.TrimEnd('\0'), StringComparison.Ordinal)
            ).ShouldBeTrue($"seed {seed} left '{left}'");
        }

        lengths.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_power_cut_within_a_long_operation_leaves_it_done_or_not()
    {
        var states = new HashSet<FeatureState>();
        for (var seed = 0; seed < 8; seed++)
        {
            var host = Hosts.Bare();
            host.Faults = FaultPlan.At(1, FaultKind.PowerCutWithin, seed);
            await Should.ThrowAsync<PowerCutException>(() =>
                host.Features.EnableAsync("Containers", default)
            );
            host.Boot();
            states.Add(host.Features.Find("Containers"));
        }

        states.ShouldBe([FeatureState.Disabled, FeatureState.Enabled], ignoreOrder: true);
    }

    [Fact]
    public async Task A_slow_operation_works()
    {
        _host.Faults.Add(new Fault(FaultKind.Slow) { Operation = "features.enable" });
        var start = _host.Clock.GetUtcNow();

        await _host.Features.EnableAsync("Containers", default);

        (_host.Clock.GetUtcNow() - start).ShouldBeGreaterThan(TimeSpan.FromMinutes(2));
        _host.Features.Find("Containers").ShouldBe(FeatureState.EnablePending);
    }

    [Fact]
    public void The_same_seed_gives_the_same_schedule()
    {
        var first = FaultPlan.FromSeed(11, 5, 400);

        FaultPlan.FromSeed(11, 5, 400).Faults.ShouldBe(first.Faults);
        FaultPlan.FromSeed(12, 5, 400).Faults.ShouldNotBe(first.Faults);
    }

    [Fact]
    public void Every_operation_has_an_error_that_it_usually_gives()
    {
        UsualErrors.Of("network.listeners").ShouldBe(UsualErrors.RpcServerUnavailable);
        UsualErrors.Of("downloads.fetch").ShouldBe(UsualErrors.CannotConnect);
        UsualErrors.Of("features.enable").ShouldBe(UsualErrors.ServicingBusy);
    }
}
