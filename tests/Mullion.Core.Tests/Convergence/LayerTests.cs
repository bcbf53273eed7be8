using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>The layers that Mullion's engine made go with it, though no plain deletion can take them; those of others stay.</summary>
public sealed class LayerTests
{
    [Fact]
    public async Task They_go_with_the_engine()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        UsedEngine.Use(bed.Host);

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        bed.Host.Log.Records.Count(r => r.Name == "files.destroyLayer").ShouldBe(2);
    }

    [Fact]
    public async Task On_an_adopted_engine_the_images_alone_stay()
    {
        using var bed = new Bed(HostTemplates.WithEngine(20348), Bed.Specs.Adopting);
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        UsedEngine.Use(bed.Host);

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        var left = before.Diff(bed.Snapshot());
        left.ShouldNotBeEmpty();
        left.ShouldAllBe(
            d =>
                d.Key.StartsWith($@"folder:{HostPaths.EngineData}\windowsfilter\")
                || d.Key.StartsWith($@"file:{HostPaths.EngineData}\windowsfilter\"),
            string.Join("\n", left)
        );
        bed.Host.Engine.Peek().Select(c => c.Name).ShouldBe(["payroll"]);
    }

    [Fact]
    public async Task They_go_with_an_engine_that_somebody_uninstalled()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var before = bed.Snapshot();
        await bed.ApplyAsync();
        bed.Host.Engine.PutImage("corp.example/base:1");
        await bed.Host.Services.StopAsync("docker", CancellationToken.None);
        await bed.Host.QuietAsync();
        bed.Host.Services.Delete("docker");
        bed.Host.Files.Delete(HostPaths.EnginePrograms + @"\dockerd.exe");

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task Without_the_Containers_feature_removal_is_refused_before_anything_is_changed()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        await bed.ApplyAsync();
        bed.Host.Engine.PutImage("corp.example/base:1");
        await bed.Host.Features.DisableAsync("Containers", CancellationToken.None);
        bed.Host.System.Reboot("Containers");
        bed.Host.Boot();
        var before = bed.Snapshot();

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Refused, bed.Told());
        result.Message!.ShouldContain("only Windows can delete");
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Theory]
    [InlineData(HostPaths.EngineData + @"\windowsfilter\0123")]
    [InlineData(@"C:\ProgramData\Docker\WindowsFilter\0123")]
    public async Task Those_that_an_earlier_engine_left_stay(string old)
    {
        using var bed = new Bed(
            HostTemplates
                .Bare(20348)
                .WithFile(old + @"\layerchain.json", [1])
                .WithFile(old + @"\Files\a.dll", [1])
        );
        await bed.ApplyAsync();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Find(old + @"\Files\a.dll").ShouldNotBeNull();
    }
}
