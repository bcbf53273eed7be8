using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;

namespace Mullion.Simulation.Tests.Operations;

public class OperationTests
{
    private readonly SimulatedHost _host = Hosts.Bare();

    [Fact]
    public void Every_call_is_counted_and_logged_with_its_target()
    {
        _host.Files.Find(@"C:\Windows");
        _host.Services.Find("docker");
        _host.Firewall.List();

        _host.Operations.ShouldBe(3);
        _host
            .Log.Records.Select(r => r.ToString())
            .ShouldBe([
                @"operation 1 files.find C:\Windows",
                "operation 2 services.find docker",
                "operation 3 firewall.list ",
            ]);
    }

    [Fact]
    public void What_is_written_is_not_in_the_log()
    {
        _host.Files.Write(@"C:\secret.txt", Hosts.Bytes("canary"));

        _host.Log.Records.ShouldAllBe(r => !r.ToString().Contains("canary"));
    }

    [Fact]
    public void After_a_power_cut_every_call_fails_until_the_machine_starts()
    {
        _host.Faults = FaultPlan.At(2, FaultKind.PowerCutBefore);
        _host.Files.Find(@"C:\");

        Should
            .Throw<PowerCutException>(() => _host.Files.CreateDirectory(@"C:\a"))
            .Number.ShouldBe(2);
        Should.Throw<PowerCutException>(() => _host.Services.Find("x"));
        Should.Throw<PowerCutException>(() => _host.System.BootId);
        Should.Throw<PowerCutException>(() => _host.Engine.InfoAsync(default));
        _host.IsDown.ShouldBeTrue();

        _host.Boot();

        _host.Files.Find(@"C:\a").ShouldBeNull();
    }

    [Fact]
    public void A_power_cut_is_no_failure_of_the_call()
    {
        _host.CutPower();

        var cut = Should.Throw<PowerCutException>(() => _host.Files.Find(@"C:\"));

        (cut is HostLostException).ShouldBeTrue();
        ((Exception)cut is Mullion.Core.MullionException).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_threads_at_once_lose_no_operation()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(t =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 200; i++)
                        {
                            _host.Files.Append(@"C:\log", "x"u8);
                        }
                    })
                )
        );

        _host.Operations.ShouldBe(1600);
        _host.Files.Find(@"C:\log")!.Length.ShouldBe(1600);
    }
}
