using System.IO.Compression;
using System.Text;
using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Services;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Engine;

public class EngineLifeTests
{
    private const string Dockerd = @"C:\Program Files\docker\dockerd.exe";

    [Fact]
    public void A_package_is_the_same_bytes_every_time_and_a_zip_with_both_programs()
    {
        var package = SimulatedEnginePackage.Create("28.2.2");

        package.Zip.ShouldBe(SimulatedEnginePackage.Create("28.2.2").Zip);
        package.Sha256.ShouldNotBe(SimulatedEnginePackage.Create("28.2.3").Sha256);
        using var zip = new ZipArchive(new MemoryStream(package.Zip));
        zip.Entries.Select(e => e.FullName).ShouldBe(["docker/docker.exe", "docker/dockerd.exe"]);
    }

    [Fact]
    public async Task Without_an_engine_nothing_answers()
    {
        var host = Hosts.Bare();

        (await host.Engine.InfoAsync(default)).ShouldBeNull();
        (await Hosts.FailsAsync(() => host.Engine.ContainersAsync(default))).Code.ShouldBe(
            WindowsError.FileNotFound
        );
    }

    [Fact]
    public async Task An_engine_answers_while_its_service_runs()
    {
        var host = Hosts.WithEngine();
        (await host.Engine.InfoAsync(default))!.ShouldBe(
            new EngineInfo(
                "28.2.2",
                "windows",
                @"C:\ProgramData\docker",
                (await host.Engine.InfoAsync(default))!.Swarm
            )
        );

        await host.Services.StopAsync("docker", default);
        (await host.Engine.InfoAsync(default)).ShouldBeNull();
        await host.QuietAsync();

        await host.Services.StartAsync("docker", default);
        (await host.Engine.InfoAsync(default)).ShouldBeNull();
        await host.QuietAsync();
        (await host.Engine.InfoAsync(default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_the_Containers_feature_dockerd_stops_with_an_exit_code()
    {
        var host = Hosts.Bare();
        host.Files.Put(Dockerd, EngineProgram.Daemon("28.2.2"));
        host.Services.Create(Story.Docker);

        await Story.StartAsync(host, "docker");

        var service = host.Services.Find("docker")!;
        service.State.ShouldBe(ServiceState.Stopped);
        service.ExitCode.ShouldBe(ServiceErrors.ServiceSpecific);
        host.State.EventLog.ShouldContain(e => e.Contains("failed to load vmcompute.dll"));
    }

    [Fact]
    public async Task With_HNS_disabled_dockerd_stops_with_an_exit_code()
    {
        var host = Hosts.WithEngine();
        await Story.StopAsync(host, "docker");
        var hns = host.State.Services["hns"];
        host.Services.Put(hns with { Config = hns.Config with { Start = ServiceStart.Disabled } });

        await Story.StartAsync(host, "docker");

        host.Services.Find("docker")!.ExitCode.ShouldBe(ServiceErrors.ServiceSpecific);
        host.State.EventLog.ShouldContain(e => e.Contains("The service has not been started"));
    }

    [Theory]
    [InlineData("28.2.2", 14393, false)]
    [InlineData("23.0.0", 14393, false)]
    [InlineData("20.10.24", 14393, true)]
    [InlineData("17.06.2-ee-16", 14393, true)]
    [InlineData("28.2.2", 17763, true)]
    public async Task An_engine_from_23_on_needs_build_17763(string version, int build, bool runs)
    {
        var host = SimulatedHost.Create(HostTemplates.Bare(build).WithContainersFeature());
        host.Files.Put(Dockerd, EngineProgram.Daemon(version));
        host.Services.Create(Story.Docker);

        await Story.StartAsync(host, "docker");

        var service = host.Services.Find("docker")!;
        service.State.ShouldBe(runs ? ServiceState.Running : ServiceState.Stopped);
        service.ExitCode.ShouldBe(runs ? 0 : ServiceErrors.ServiceSpecific);
        host.State.EventLog.Any(e => e.Contains("(Windows build 17763 or higher is required)"))
            .ShouldBe(!runs);
    }

    [Fact]
    public async Task Its_program_and_databases_are_locked_while_it_has_a_process()
    {
        var host = Hosts.WithEngine();

        Hosts.Fails(() => host.Files.Write(Dockerd, Hosts.Bytes("x"))).Code.ShouldBe(32);
        Hosts.Fails(() => host.Files.Delete(Dockerd)).Code.ShouldBe(WindowsError.AccessDenied);
        Hosts
            .Fails(() => host.Files.Delete(@"C:\ProgramData\docker\volumes\metadata.db"))
            .Code.ShouldBe(32);
        host.Files.ReadAllText(Dockerd).ShouldContain("28.2.2");

        await host.Services.StopAsync("docker", default);
        Hosts.Fails(() => host.Files.DeleteTree(@"C:\ProgramData\docker")).Code.ShouldBe(32);
        await host.QuietAsync();

        host.Files.DeleteTree(@"C:\ProgramData\docker");
        host.Files.DeleteTree(@"C:\Program Files\docker");
    }

    [Fact]
    public async Task Foreign_containers_come_back_with_the_engine_as_their_policy_says()
    {
        var host = SimulatedHost.Create(HostTemplates.WithEngine(17763));
        host.Engine.Put(
            new SimulatedContainer("1234", "once", "corp.example/once:1") { Running = true }
        );

        host.CutPower();
        host.Boot();
        await host.QuietAsync();

        var containers = await host.Engine.ContainersAsync(default);
        containers
            .Select(c => $"{c.Name} {c.Running}")
            .ShouldBe(["once False", "payroll True"], ignoreOrder: true);
    }

    [Fact]
    public async Task Containers_go_with_the_data_folder()
    {
        var host = SimulatedHost.Create(HostTemplates.WithEngine(17763));
        await Story.StopAsync(host, "docker");
        Story.DestroyLayers(host);
        host.Files.DeleteTree(@"C:\ProgramData\docker");

        await Story.StartAsync(host, "docker");

        (await host.Engine.ContainersAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_container_is_removed_by_id_or_name()
    {
        var host = SimulatedHost.Create(HostTemplates.WithEngine(20348));

        await host.Engine.RemoveContainerAsync("payroll", default);

        (await host.Engine.ContainersAsync(default)).ShouldBeEmpty();
        (
            await Hosts.FailsAsync(() => host.Engine.RemoveContainerAsync("payroll", default))
        ).Reason.ShouldBe("No such container: payroll");
    }

    [Theory]
    [InlineData("""{"data-root":"C:\\data"}""", "", @"C:\data")]
    [InlineData(null, @" --data-root C:\engine", @"C:\engine")]
    [InlineData(null, @" --data-root=""C:\engine""", @"C:\engine")]
    public async Task The_data_folder_may_be_chosen(string? file, string arguments, string root)
    {
        var host = Hosts.WithEngine();
        await ReconfigureAsync(host, file, arguments);

        (await host.Engine.InfoAsync(default))!.DataRoot.ShouldBe(root);
    }

    [Theory]
    [InlineData("""{"data-root":"C:\\a"}""", @" --data-root C:\b", "specified both as a flag")]
    [InlineData("{", "", "unable to configure")]
    public async Task A_configuration_that_dockerd_refuses_keeps_it_from_starting(
        string file,
        string arguments,
        string text
    )
    {
        var host = Hosts.WithEngine();
        await ReconfigureAsync(host, file, arguments);

        host.Services.Find("docker")!.ExitCode.ShouldBe(ServiceErrors.ServiceSpecific);
        host.State.EventLog.ShouldContain(e => e.Contains(text));
    }

    private static async Task ReconfigureAsync(SimulatedHost host, string? file, string arguments)
    {
        if (file is not null)
        {
            host.Files.Put(
                @"C:\ProgramData\docker\config\daemon.json",
                Encoding.UTF8.GetBytes(file)
            );
        }

        await Story.StopAsync(host, "docker");
        host.Services.Configure(
            Story.Docker with
            {
                ImagePath = Story.Docker.ImagePath + arguments,
            }
        );
        await Story.StartAsync(host, "docker");
    }
}
