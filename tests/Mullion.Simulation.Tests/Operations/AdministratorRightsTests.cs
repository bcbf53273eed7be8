using Mullion.Core.Hosts;
using Mullion.Simulation.Operations;

namespace Mullion.Simulation.Tests.Operations;

public class AdministratorRightsTests
{
    private readonly SimulatedHost _host = Hosts.WithEngine();

    public AdministratorRightsTests() =>
        _host.State.Machine = _host.State.Machine with { Elevated = false };

    private IHost Host => _host;

    [Fact]
    public async Task Without_them_nothing_of_Windows_is_changed()
    {
        var before = _host.Snapshot();
        var service = Story.Docker with { Name = "other", DisplayName = "Other" };

        Refused(() => Host.Services.Create(service));
        Refused(() => Host.Services.Configure(Story.Docker));
        Refused(() => Host.Services.Delete("docker"));
        await RefusedAsync(() => Host.Services.StartAsync("docker", default));
        await RefusedAsync(() => Host.Services.StopAsync("docker", default));
        Refused(() => Host.Firewall.Add(Story.Rule));
        Refused(() => Host.Firewall.Replace(Story.Rule));
        Refused(() => Host.Firewall.Remove(Story.Rule.Id));
        Refused(() => Host.Files.CreateDirectory(@"C:\Program Files\other"));
        Refused(() => Host.Files.Write(@"c:\windows\a.txt", Hosts.Bytes("a")));
        Refused(() => Host.Files.Delete(HostPaths.EngineData + @"\engine-id"));
        Refused(() => Host.Files.Move(@"C:\Users\a", HostPaths.EnginePrograms + @"\dockerd.exe"));
        Refused(() => Host.System.Reboot("test"));

        before.Diff(_host.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_them_DISM_HNS_and_the_pipe_are_closed_even_to_readers()
    {
        Refused(() => Host.Features.Find("Containers"), WindowsError.ElevationRequired);
        await RefusedAsync(
            () => Host.Features.EnableAsync("Containers", default),
            WindowsError.ElevationRequired
        );
        Refused(() => Host.Network.HnsNetworks(), AdministratorRights.HnsAccessDenied);
        await RefusedAsync(() => Host.Engine.InfoAsync(default));
    }

    [Fact]
    public void What_anybody_may_is_still_allowed()
    {
        Host.System.Facts().Elevated.ShouldBeFalse();
        Host.Services.Find("docker").ShouldNotBeNull();
        _host.Firewall.List().ShouldNotBeEmpty();
        Host.Files.List(@"C:\Windows").ShouldNotBeEmpty();
        Host.Files.Write(@"C:\Users\Public\a.txt", Hosts.Bytes("a"));
    }

    [Fact]
    public async Task Where_no_engine_runs_there_is_no_pipe_to_be_refused_at()
    {
        var bare = Hosts.Bare();
        bare.State.Machine = bare.State.Machine with { Elevated = false };

        (await bare.Engine.InfoAsync(default)).ShouldBeNull();
    }

    private static void Refused(Action action, int code = WindowsError.AccessDenied) =>
        Hosts.Fails(action).Code.ShouldBe(code);

    private static async Task RefusedAsync(
        Func<Task> action,
        int code = WindowsError.AccessDenied
    ) => (await Hosts.FailsAsync(action)).Code.ShouldBe(code);
}
