using System.IO.Compression;
using System.Security.Cryptography;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Of the engine's folders Mullion takes what it put there, and nothing that others did.</summary>
public sealed class EngineProgramsTests
{
    private const string Programs = HostPaths.EnginePrograms;
    private const string Payroll = HostPaths.EngineData + @"\volumes\db\_data\payroll.mdf";

    [Fact]
    public async Task An_engine_that_somebody_installed_after_a_failed_download_is_not_mullions()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        bed.Spec = bed.Spec with
        {
            Engine = Bed.Specs.From(
                bed.Spec,
                p => p with { Url = "https://example.invalid/gone.zip" }
            ),
        };
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Failed);
        PutEngine(bed, "28.3.0");
        bed.Host.Services.Create(
            new ServiceConfig(
                "docker",
                "Docker Engine",
                $"\"{Programs}\\dockerd.exe\" --run-service",
                ServiceStart.Automatic,
                "Somebody's",
                [],
                ServiceRecovery.None
            )
        );
        bed.Host.Files.Put(Payroll, [1, 2, 3]);
        await bed.Host.Services.StartAsync("docker", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
        bed.Host.Engine.Put(new("1234", "payroll", "corp.example/payroll:7") { Running = true });

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.Find(Programs + @"\dockerd.exe").ShouldNotBeNull();
        bed.Host.Files.Find(Payroll).ShouldNotBeNull();
        bed.Host.Services.Find("docker")!.State.ShouldBe(ServiceState.Running);
        bed.Host.Features.Find("Containers").ShouldBe(FeatureState.Enabled);
        result
            .Steps.Single(s => s.Status == StepStatus.Left)
            .Message.ShouldBe("the service docker stays and needs it");
    }

    [Fact]
    public async Task A_package_that_is_no_engine_does_not_stop_the_one_that_runs()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        var page = "<html>"u8.ToArray();
        bed.Host.World.Web.Add("https://example.invalid/page.zip", page);
        bed.Spec = bed.Spec with
        {
            Engine = new EngineSpec
            {
                Install = new PackageSpec
                {
                    Version = "28.3.0",
                    Package = new ArchiveSpec
                    {
                        Url = "https://example.invalid/page.zip",
                        Sha256 = Convert.ToHexStringLower(SHA256.HashData(page)),
                    },
                },
            },
        };

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Failed, bed.Told());

        (await bed.Host.Engine.InfoAsync(CancellationToken.None))!.Version.ShouldBe("28.2.2");
        (await bed.NodesAsync()).Single().Ready.ShouldBeTrue();
    }

    [Theory]
    [InlineData("docker.exe")]
    [InlineData("docker-compose.exe")]
    [InlineData(@"cli-plugins\docker-scan.exe")]
    public async Task A_file_that_others_made_or_changed_stays_and_is_told_and_all_else_goes(
        string name
    )
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        bed.Host.Files.Put($@"{Programs}\{name}", [1]);

        var plan = (await bed.PlanRemovalAsync()).Plan;
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        plan.Findings.ShouldContain(f => f.Id == "program-files-stay" && f.Message.Contains(name));
        bed.Host.Files.List(Programs).Count.ShouldBe(1);
        bed.Host.Files.Find($@"{Programs}\{name}").ShouldNotBeNull();
        before.Diff(bed.Snapshot()).ShouldAllBe(d => d.ToString().Contains(Programs));
    }

    [Fact]
    public async Task An_engine_put_in_place_of_mullions_stops_the_removal()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        PutEngine(bed, "29.0.0");
        var before = bed.Snapshot();

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message!.ShouldContain("dockerd.exe");
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Folders_that_were_there_before_keep_what_they_had_and_nothing_else()
    {
        using var bed = new Bed(
            HostTemplates
                .Bare(20348)
                .With(h =>
                {
                    h.Files.Put(Programs + @"\x", [1]);
                    h.Files.Put(HostPaths.EngineData + @"\old.txt", [1]);
                })
        );
        bed.Host.Files.Delete(Programs + @"\x");
        var before = bed.Snapshot();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_engine_that_the_spec_no_longer_names_stays_and_stays_mullions()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        bed.Spec = bed.Spec with { Engine = null };

        var plan = await bed.PlanAsync();

        plan.Plan.Steps.Where(s => s.Changing).ShouldBeEmpty();
        plan.Plan.Findings.ShouldNotContain(f => f.Severity == Findings.Severity.Refuse);
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_no_longer_wanted_is_not_taken_from_under_the_membership()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.Files.Delete(Programs + @"\mullion-package.json");
        var before = bed.Snapshot();

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Refused, bed.Told());
        result.Message!.ShouldContain("service/docker");
        result.Message!.ShouldContain("swarm-membership/shop still needs it");
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_interrupted_upgrade_left_half_written_is_damage()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.Files.Put(Programs + @"\mullion-package.json.new", [1]);

        var step = (await bed.PlanAsync()).Plan.Steps.Single(s => s.Changing);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        step.Id.ShouldBe("engine-package/docker");
        step.Action.ShouldBe(PlanAction.Update);
        bed.Host.Files.Find(Programs + @"\mullion-package.json.new").ShouldBeNull();
    }

    private static void PutEngine(Bed bed, string version)
    {
        using var zip = new ZipArchive(
            new MemoryStream(SimulatedEnginePackage.Create(version).Zip)
        );
        using var content = zip.GetEntry("docker/dockerd.exe")!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        bed.Host.Files.Put(Programs + @"\dockerd.exe", bytes.ToArray());
    }
}
