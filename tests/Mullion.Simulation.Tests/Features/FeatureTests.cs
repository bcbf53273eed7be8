using Mullion.Core.Hosts;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Features;

public class FeatureTests
{
    [Theory]
    [InlineData(14393)]
    [InlineData(26100)]
    public async Task A_feature_takes_its_time_and_a_restart(int build)
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(build));
        var start = host.Clock.GetUtcNow();

        await host.Features.EnableAsync("Containers", default);

        (host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(5));
        host.Features.Find("containers").ShouldBe(FeatureState.EnablePending);
        host.System.Facts().PendingReboot.ShouldHaveSingleItem();
        host.Services.Find("hns").ShouldBeNull();

        host.System.Reboot("feature");
        host.Boot();

        host.Features.Find("Containers").ShouldBe(FeatureState.Enabled);
        host.System.Facts().PendingReboot.ShouldBeEmpty();
        host.Services.Find("hns").ShouldNotBeNull();
    }

    [Fact]
    public async Task Disabling_takes_a_restart_too()
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(17763).WithContainersFeature());

        await host.Features.DisableAsync("Containers", default);
        host.Features.Find("Containers").ShouldBe(FeatureState.DisablePending);
        host.System.Reboot("feature");
        host.Boot();

        host.Features.Find("Containers").ShouldBe(FeatureState.Disabled);
        host.Services.Find("hns").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_as_wanted_is_left_alone_at_once()
    {
        var host = Hosts.Bare();
        var start = host.Clock.GetUtcNow();

        await host.Features.DisableAsync("Containers", default);

        host.Clock.GetUtcNow().ShouldBe(start);
        host.System.Facts().PendingReboot.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_feature_is_an_error()
    {
        var host = Hosts.Bare();

        Hosts.Fails(() => host.Features.Find("None")).Code.ShouldBe(WindowsError.UnknownFeature);
        (await Hosts.FailsAsync(() => host.Features.EnableAsync("None", default))).Code.ShouldBe(
            WindowsError.UnknownFeature
        );
    }
}
