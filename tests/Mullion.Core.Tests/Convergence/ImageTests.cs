using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Images;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Images come before the join, are pulled or loaded once, and go with the node.</summary>
public sealed class ImageTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Come_before_the_join_and_tell_how_far_they_are()
    {
        using var bed = Secured();
        bed.Host.World.Registries.Add(
            new SimulatedImage("registry.corp.example/big:1") { Bytes = 1200L << 20 }
        );
        bed.Spec = With(bed.Spec, "registry.corp.example/big:1");

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        var told = bed.Events.ConvertAll(e => (e.Id, e.Message));
        told.ShouldContain(("image/registry.corp.example/big:1", "pulled 900 of 1,200 MB"));
        told.FindIndex(t => t.Id == "image/registry.corp.example/big:1")
            .ShouldBeLessThan(told.FindIndex(t => t.Id == "swarm-membership/shop"));
        foreach (var name in BedImages.All)
        {
            (await bed.Host.Engine.HasImageAsync(name, None)).ShouldBeTrue(name);
        }
    }

    [Fact]
    public async Task Are_those_that_docker_enterprise_needs_and_those_of_the_spec_each_once()
    {
        using var bed = Secured();

        var plan = await bed.PlanAsync();

        plan.Blueprint!.Resources.Where(r => r.Kind == "image")
            .Select(r => r.Name)
            .ShouldBe([BedImages.OfMke, BedImages.Pulled, BedImages.Loaded]);
    }

    [Fact]
    public async Task That_somebody_pulled_stay_his()
    {
        using var bed = new Bed(
            HostTemplates.WithEngine(20348),
            Bed.Specs.Secured(Bed.Specs.Adopting)
        );
        bed.Host.Engine.PutImage("docker.io/docker/ucp-agent-win:3.2.5");
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        (await bed.Host.Engine.HasImageAsync(BedImages.OfMke, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task That_somebodys_container_uses_stay_with_it_and_nothing_else_does()
    {
        using var bed = new Bed(
            HostTemplates.WithEngine(20348),
            Bed.Specs.Secured(Bed.Specs.Adopting)
        );
        await bed.ApplyAsync();
        bed.Host.Engine.Put(new SimulatedContainer("77", "mine", BedImages.Pulled));

        var removed = await bed.RemoveAsync();

        removed.Status.ShouldBe(RunStatus.Done, bed.Told());
        removed
            .Steps.Where(s => s.Status == StepStatus.Left)
            .Select(s => (s.Id, s.Message))
            .ShouldBe([($"image/{BedImages.Pulled}", "the container mine stays and needs it")]);
        (await bed.Host.Engine.HasImageAsync(BedImages.Pulled, None)).ShouldBeTrue();
        (await bed.Host.Engine.HasImageAsync(BedImages.Loaded, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Go_also_from_an_engine_that_was_put_to_rest()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        bed.Spec = bed.Spec with { Images = [BedImages.Images[0]], Registries = BedImages.Spec };
        await bed.ApplyAsync();
        await bed.Host.Services.StopAsync("docker", None);
        bed.Snapshot();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Services.Find("docker")!.State.ShouldBe(ServiceState.Stopped);
        await bed.Host.Services.StartAsync("docker", None);
        bed.Snapshot();
        (await bed.Host.Engine.HasImageAsync(BedImages.Pulled, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_engine_that_was_woken_rests_again_also_where_they_do_not_go()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        bed.Spec = bed.Spec with { Images = [BedImages.Images[0]], Registries = BedImages.Spec };
        await bed.ApplyAsync();
        await bed.Host.Services.StopAsync("docker", None);
        bed.Snapshot();
        bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.Error) { Operation = "engine.removeImage" }
        );

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Failed, bed.Told());

        bed.Host.Services.Find("docker")!.State.ShouldBe(ServiceState.Stopped);
        bed.Host.Faults = new FaultPlan();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
    }

    [Theory]
    [InlineData("registry.corp.example/shop/none:1", "manifest unknown", "no such tag or digest")]
    [InlineData("registry.corp.example/shop/old:1", "10.0.20348", "no variant")]
    [InlineData("nowhere.example/x:1", "no such host", "images[].archive")]
    [InlineData("docker/none:1", "manifest unknown", "Correct images[].name")]
    public async Task That_do_not_come_say_why_and_the_node_does_not_join(
        string name,
        string reason,
        string fix
    )
    {
        using var bed = Secured();
        bed.Spec = With(bed.Spec, name);

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed);
        var step = result.Steps.Single(s => s.Status == StepStatus.Failed);
        step.Id.ShouldBe($"image/{name}");
        step.Message!.ShouldContain(reason);
        step.Fix!.ShouldContain(fix);
        (await bed.NodesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "no basic auth credentials", "passwordFile")]
    [InlineData("other", "unauthorized", "registries[].user")]
    public async Task Of_a_registry_that_asks_who_pulls_say_what_to_give(
        string? user,
        string reason,
        string fix
    )
    {
        using var bed = Secured();
        bed.Spec = bed.Spec with
        {
            Registries = user is null ? [] : [bed.Spec.Registries[0] with { User = user }],
        };

        var step = (await bed.ApplyAsync()).Steps.Single(s => s.Status == StepStatus.Failed);

        step.Id.ShouldBe($"image/{BedImages.Pulled}");
        step.Message!.ShouldContain(reason);
        step.Fix!.ShouldContain(fix);
    }

    [Theory]
    [InlineData("linux", BedImages.Loaded, "\"linux\" cannot be used on this platform")]
    [InlineData("windows", "corp/other:1", "does not hold it, but corp/other:1")]
    [InlineData("not a tar", "", "invalid tar header")]
    public async Task Of_a_file_that_is_wrong_say_what_it_holds(
        string os,
        string name,
        string reason
    )
    {
        using var bed = Secured();
        var archive = os == "not a tar" ? new byte[700] : DockerArchive.Create(os, name);
        Array.Fill(archive, (byte)7, 0, os == "not a tar" ? 700 : 0);
        bed.Spec = bed.Spec with
        {
            Images =
            [
                bed.Spec.Images[1] with
                {
                    Archive = new ArchiveSpec
                    {
                        Path = new FileReference("x.tar", "/x.tar"),
                        Sha256 = BedImages.Sha256(archive),
                    },
                },
            ],
        };

        var step = (
            await bed.ApplyAsync(o => o with { OpenPackage = _ => new MemoryStream(archive) })
        ).Steps.Single(s => s.Status == StepStatus.Failed);

        step.Id.ShouldBe($"image/{BedImages.Loaded}");
        step.Message!.ShouldContain(reason);
    }

    [Fact]
    public async Task Of_one_file_are_carried_and_loaded_once_and_are_all_mullions()
    {
        using var bed = new Bed(
            HostTemplates.WithEngine(20348),
            Bed.Specs.Secured(Bed.Specs.Adopting)
        );
        var before = bed.Snapshot();
        var archive = DockerArchive.Create("windows", BedImages.Loaded, BedImages.OfMke);
        var carried = 0;
        bed.Spec = bed.Spec with
        {
            Images =
            [
                .. new[] { BedImages.Loaded, BedImages.OfMke }.Select(n => new ImageSpec
                {
                    Name = ImageReference.Parse(n)!,
                    Archive = new ArchiveSpec
                    {
                        Path = new FileReference("x.tar", "/x.tar"),
                        Sha256 = BedImages.Sha256(archive),
                    },
                }),
            ],
        };
        Func<RunOptions, RunOptions> carry = o =>
            o with
            {
                OpenPackage = _ =>
                {
                    carried++;
                    return new MemoryStream(archive);
                },
            };

        (await bed.ApplyAsync(carry)).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Firewall.Remove("Mullion-swarm-7946-udp");
        (await bed.ApplyAsync(carry)).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Log.Records.Count(r => r.Name == "engine.loadImages").ShouldBe(1);
        carried.ShouldBe(1, "the second run has all images and needs no file");
        await bed.RemoveAsync();
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Theory]
    [InlineData(17763, "ltsc2022", Severity.Refuse)]
    [InlineData(20348, "ltsc2019", Severity.Warn)]
    [InlineData(26100, "ltsc2022", null)]
    [InlineData(20348, "ltsc2022", null)]
    [InlineData(20348, "4.8-windowsservercore-ltsc2025", Severity.Refuse)]
    public async Task Made_for_another_windows_are_told_before_anything_is_changed(
        int build,
        string tag,
        Severity? severity
    )
    {
        using var bed = Bed.Bare(build);
        bed.Spec = With(bed.Spec, $"mcr.microsoft.com/windows/servercore:{tag}");

        var findings = (await bed.PlanAsync()).Plan.Findings;

        findings
            .Where(f => f.Id.StartsWith("image-"))
            .Select(f => (Severity?)f.Severity)
            .ShouldBe(severity is null ? [] : [severity]);
    }

    [Fact]
    public async Task That_the_spec_drops_are_taken_back()
    {
        using var bed = Secured();
        await bed.ApplyAsync();
        bed.Spec = bed.Spec with { Images = [bed.Spec.Images[1]] };

        var plan = await bed.PlanAsync();
        plan.Plan.Steps.Single(s => s.Action == PlanAction.Remove)
            .Id.ShouldBe($"image/{BedImages.Pulled}");
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.Host.Engine.HasImageAsync(BedImages.Pulled, None)).ShouldBeFalse();
    }

    private static Bed Secured() =>
        new(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));

    private static ClusterSpec With(ClusterSpec spec, string name) =>
        spec with
        {
            Images = [.. spec.Images, new ImageSpec { Name = ImageReference.Parse(name)! }],
        };
}
