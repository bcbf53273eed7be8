using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Machine;

public class SystemTests
{
    [Theory]
    [InlineData(14393)]
    [InlineData(17763)]
    [InlineData(20348)]
    [InlineData(26100)]
    public void Facts_say_what_machine_it_is_and_that_it_is_simulated(int build)
    {
        var facts = SimulatedHost
            .Create(HostTemplates.Bare(build).Named("SHOP-7").WithDesktop())
            .System.Facts();

        facts.ComputerName.ShouldBe("SHOP-7");
        facts.Build.ShouldBe(build);
        facts.Core.ShouldBeFalse();
        facts.Simulated.ShouldBeTrue();
        facts.Engine.ShouldBeNull();
        facts.Interfaces.ShouldHaveSingleItem().Addresses.ShouldContain("10.0.0.21");
    }

    [Fact]
    public void An_unknown_build_is_refused() =>
        Should
            .Throw<ArgumentException>(() => HostTemplates.Bare(17134))
            .Message.ShouldContain("17134");

    [Fact]
    public void Facts_tell_of_an_engine_that_is_there()
    {
        var engine = Hosts.WithEngine().System.Facts().Engine!;

        engine.Running.ShouldBeTrue();
        engine.Version.ShouldBe("28.2.2");
        engine.ImagePath.ShouldContain("--run-service");
    }

    [Fact]
    public void A_restart_that_was_asked_for_comes_with_the_next_operation()
    {
        var host = Hosts.Bare();
        var boot = host.System.BootId;
        var lost = new List<string>();
        host.ConnectionLost += (_, e) => lost.Add(e.Reason);

        host.System.Reboot("a feature");

        host.RebootRequested.ShouldBe("a feature");
        host.IsDown.ShouldBeFalse();
        Should.Throw<PowerCutException>(() => host.System.Facts());
        host.IsDown.ShouldBeTrue();
        lost.ShouldHaveSingleItem().ShouldContain("a feature");

        host.Boot();

        host.System.BootId.ShouldNotBe(boot);
        host.System.Facts().BootId.ShouldBe(host.System.BootId);
    }

    [Fact]
    public void A_running_machine_is_not_booted() =>
        Should.Throw<InvalidOperationException>(() => Hosts.Bare().Boot());

    [Fact]
    public void A_clock_may_be_off()
    {
        var host = Hosts.Bare();
        host.State.Machine = host.State.Machine with { ClockSkew = TimeSpan.FromMinutes(-7) };

        host.System.Facts().Time.ShouldBe(host.Clock.GetUtcNow() - TimeSpan.FromMinutes(7));
    }
}
