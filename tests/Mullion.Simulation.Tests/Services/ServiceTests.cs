using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Tests.Services;

public class ServiceTests
{
    private static readonly ServiceConfig Probe = new(
        "probe",
        "Probe",
        @"C:\Windows\System32\svchost.exe -k probe",
        ServiceStart.Manual,
        "",
        [],
        ServiceRecovery.None
    );

    private readonly SimulatedHost _host = Hosts.Bare();

    [Fact]
    public async Task A_service_is_pending_before_it_runs_and_before_it_stops()
    {
        _host.Services.Create(Probe);
        State().ShouldBe(ServiceState.Stopped);

        await _host.Services.StartAsync("probe", default);
        State().ShouldBe(ServiceState.StartPending);
        await Wait(2);
        State().ShouldBe(ServiceState.Running);

        await _host.Services.StopAsync("probe", default);
        State().ShouldBe(ServiceState.StopPending);
        await Wait(1);
        State().ShouldBe(ServiceState.Stopped);
    }

    [Fact]
    public async Task A_pending_service_takes_no_control()
    {
        _host.Services.Create(Probe);
        await _host.Services.StartAsync("probe", default);

        (await Code(() => _host.Services.StopAsync("probe", default))).ShouldBe(
            WindowsError.ServiceCannotAcceptControl
        );
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            WindowsError.ServiceAlreadyRunning
        );

        await Wait(2);
        await _host.Services.StopAsync("probe", default);
        (await Code(() => _host.Services.StopAsync("probe", default))).ShouldBe(
            WindowsError.ServiceCannotAcceptControl
        );

        await Wait(2);
        (await Code(() => _host.Services.StopAsync("probe", default))).ShouldBe(
            WindowsError.ServiceNotActive
        );
    }

    [Fact]
    public async Task A_deleted_service_lingers_while_somebody_holds_a_handle()
    {
        _host.Services.Create(Probe);
        _host.Services.Delete("probe");

        _host.Services.Find("probe")!.MarkedForDeletion.ShouldBeTrue();
        Hosts.Fails(() => _host.Services.Create(Probe)).Code.ShouldBe(1072);
        Hosts.Fails(() => _host.Services.Configure(Probe)).Code.ShouldBe(1072);
        Hosts.Fails(() => _host.Services.Delete("probe")).Code.ShouldBe(1072);
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(1072);

        await Wait(4);

        _host.Services.Find("probe").ShouldBeNull();
        _host.Services.Create(Probe);
    }

    [Fact]
    public async Task A_services_window_that_is_open_keeps_it_longer()
    {
        _host.Services.Create(Probe);
        _host.Services.HoldHandle("probe", TimeSpan.FromMinutes(10));
        _host.Services.Delete("probe");

        await Wait(60);
        _host.Services.Find("probe")!.MarkedForDeletion.ShouldBeTrue();
        await Wait(540);
        _host.Services.Find("probe").ShouldBeNull();
    }

    [Fact]
    public void A_deleted_service_is_gone_after_a_boot()
    {
        _host.Services.Create(Probe);
        _host.Services.Delete("probe");
        _host.CutPower();
        _host.Boot();

        _host.Services.Find("probe").ShouldBeNull();
    }

    [Fact]
    public async Task A_running_service_that_is_deleted_goes_when_it_stops()
    {
        _host.Services.Create(Probe);
        await Story.StartAsync(_host, "probe");
        _host.Services.Delete("probe");
        await Wait(10);
        _host.Services.Find("probe")!.State.ShouldBe(ServiceState.Running);

        await _host.Services.StopAsync("probe", default);
        await Wait(1);

        _host.Services.Find("probe").ShouldBeNull();
    }

    [Fact]
    public async Task What_the_control_manager_refuses_is_refused()
    {
        _host.Services.Create(Probe);

        Hosts.Fails(() => _host.Services.Create(Probe)).Code.ShouldBe(WindowsError.ServiceExists);
        Hosts
            .Fails(() => _host.Services.Create(Probe with { Name = "other" }))
            .Code.ShouldBe(ServiceErrors.DuplicateDisplayName);
        Hosts
            .Fails(() => _host.Services.Create(Probe with { Name = "a/b", DisplayName = "x" }))
            .Code.ShouldBe(ServiceErrors.InvalidParameter);
        Hosts
            .Fails(() => _host.Services.Delete("none"))
            .Code.ShouldBe(WindowsError.ServiceDoesNotExist);

        _host.Services.Configure(Probe with { Start = ServiceStart.Disabled });
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            ServiceErrors.ServiceDisabled
        );

        _host.Services.Configure(Probe with { Dependencies = ["none"] });
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            ServiceErrors.DependencyMissing
        );
    }

    [Fact]
    public async Task A_service_starts_what_it_depends_on_and_cannot_lose_it()
    {
        _host.Services.Create(Probe with { Name = "base", DisplayName = "Base" });
        _host.Services.Create(Probe with { Dependencies = ["base"] });

        await _host.Services.StartAsync("probe", default);

        await Wait(2);
        _host.Services.Find("base")!.State.ShouldBe(ServiceState.Running);
        State().ShouldBe(ServiceState.StartPending);
        await Wait(2);
        State().ShouldBe(ServiceState.Running);
        _host.Services.Find("base")!.State.ShouldBe(ServiceState.Running);
        (await Code(() => _host.Services.StopAsync("base", default))).ShouldBe(
            ServiceErrors.DependentServicesRunning
        );
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("no program")]
    [InlineData("stopping")]
    [InlineData("stops at once")]
    public async Task A_service_whose_dependency_does_not_come_to_run_is_not_started(string why)
    {
        var config = Probe with { Name = "base", DisplayName = "Base" };
        _host.Services.Create(
            why switch
            {
                "disabled" => config with { Start = ServiceStart.Disabled },
                "no program" => config with { ImagePath = @"C:\Windows\none.exe" },
                _ => config,
            }
        );
        if (why == "stopping")
        {
            await Story.StartAsync(_host, "base");
            await _host.Services.StopAsync("base", default);
        }
        else if (why == "stops at once")
        {
            _host.Services.Put(
                new SimulatedService(config)
                {
                    State = ServiceState.StartPending,
                    StartOutcome = ServiceErrors.ServiceSpecific,
                    PendingUntil = _host.Clock.GetUtcNow() + TimeSpan.FromSeconds(2),
                }
            );
        }

        _host.Services.Create(Probe with { Dependencies = ["base"] });

        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            ServiceErrors.DependencyFailed
        );
        State().ShouldBe(ServiceState.Stopped);
    }

    [Fact]
    public async Task A_program_that_is_not_there_cannot_start()
    {
        _host.Services.Create(Probe with { ImagePath = @"C:\Windows\none.exe" });
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            WindowsError.FileNotFound
        );

        _host.Services.Configure(Probe with { ImagePath = @"C:\none\none.exe" });
        (await Code(() => _host.Services.StartAsync("probe", default))).ShouldBe(
            WindowsError.PathNotFound
        );
    }

    [Fact]
    public async Task A_torn_dockerd_is_no_program()
    {
        _host.Files.Put(
            @"C:\Program Files\docker\dockerd.exe",
            SimulatedEnginePackageBytes()[..10]
        );
        _host.Services.Create(Story.Docker);

        (await Code(() => _host.Services.StartAsync("docker", default))).ShouldBe(
            ServiceErrors.BadProgram
        );
    }

    [Fact]
    public async Task Dockerd_without_its_service_switch_never_calls_the_control_manager()
    {
        _host.Files.Put(@"C:\Program Files\docker\dockerd.exe", SimulatedEnginePackageBytes());
        _host.Services.Create(
            Story.Docker with
            {
                ImagePath = "\"C:\\Program Files\\docker\\dockerd.exe\"",
            }
        );
        var start = _host.Clock.GetUtcNow();

        (await Code(() => _host.Services.StartAsync("docker", default))).ShouldBe(
            WindowsError.ServiceRequestTimeout
        );

        (_host.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_crashed_service_is_started_again_as_often_as_its_recovery_says()
    {
        _host.Services.Create(
            Probe with
            {
                Recovery = new ServiceRecovery([TimeSpan.FromSeconds(15)], TimeSpan.FromDays(1)),
            }
        );
        await Story.StartAsync(_host, "probe");

        _host.Services.Crash("probe");
        _host.Services.Find("probe")!.ExitCode.ShouldBe(ServiceErrors.ProcessAborted);
        await Wait(15);
        State().ShouldBe(ServiceState.StartPending);
        await Wait(2);
        State().ShouldBe(ServiceState.Running);

        _host.Services.Crash("probe");
        await Wait(600);
        State().ShouldBe(ServiceState.Stopped);
    }

    [Fact]
    public async Task Automatic_services_start_with_the_machine()
    {
        _host.Services.Create(Probe with { Start = ServiceStart.Automatic });
        _host.CutPower();
        _host.Boot();

        State().ShouldBe(ServiceState.StartPending);
        _host.Services.Find("TrustedInstaller")!.State.ShouldBe(ServiceState.Stopped);
        await Wait(2);
        State().ShouldBe(ServiceState.Running);
    }

    private static byte[] SimulatedEnginePackageBytes() => EngineProgram.Daemon("28.2.2");

    private ServiceState? State() => _host.Services.Find("probe")?.State;

    private Task Wait(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), _host.Clock);

    private static async Task<int> Code(Func<Task> action) => (await Hosts.FailsAsync(action)).Code;
}
