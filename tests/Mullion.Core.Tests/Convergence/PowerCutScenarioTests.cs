using Mullion.Core.Convergence.Runs;
using Mullion.Core.Specs;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// The power goes at every operation of a run that does not start from a bare host, or does not end with one: the next run ends
/// where an undisturbed one would have ended.
/// </summary>
public sealed class PowerCutScenarioTests
{
    private static readonly SimulatedEnginePackage Newer = SimulatedEnginePackage.Create("28.3.0");

    private static readonly Dictionary<
        string,
        (Func<Bed> Make, Func<Bed, Task> Before, Func<Bed, Task<NodeResult>> Run)
    > Scenarios = new()
    {
        ["apply, engine adopted"] = (Adopting, _ => Task.CompletedTask, b => b.ApplyAsync()),
        ["removal, engine adopted"] = (Adopting, b => b.ApplyAsync(), b => b.RemoveAsync()),
        ["removal, engine adopted, networks left behind"] = (
            AdoptingWithSlowHns,
            b => b.ApplyAsync(),
            b => b.RemoveAsync()
        ),
        ["upgrade of the engine"] = (Bare, JoinedBeforeUpgradeAsync, b => b.ApplyAsync()),
        ["removal with a service that others changed"] = (
            Bare,
            JoinedAndServiceChangedAsync,
            b => b.RemoveAsync()
        ),
        ["removal with a program that others changed"] = (
            Bare,
            JoinedAndProgramChangedAsync,
            b => b.RemoveAsync()
        ),
        ["removal with layers of images and containers"] = (
            Bare,
            JoinedAndUsedAsync,
            b => b.RemoveAsync()
        ),
        ["removal of what an unfinished upgrade left"] = (
            Bare,
            UpgradeCutShortAsync,
            b => b.RemoveAsync()
        ),
        ["apply, engine over TLS"] = (Secured, _ => Task.CompletedTask, b => b.ApplyAsync()),
        ["removal, engine over TLS"] = (Secured, b => b.ApplyAsync(), b => b.RemoveAsync()),
        ["apply, adopted engine over TLS"] = (
            SecuredAdopting,
            _ => Task.CompletedTask,
            b => b.ApplyAsync()
        ),
        ["removal, adopted engine over TLS"] = (
            SecuredAdopting,
            b => b.ApplyAsync(),
            b => b.RemoveAsync()
        ),
        ["renewal, adopted engine over TLS"] = (
            SecuredAdopting,
            JoinedAndLateAsync,
            b => b.ApplyAsync()
        ),
        ["apply, a certificate by UCP's image"] = (
            Generated,
            _ => Task.CompletedTask,
            b => b.ApplyAsync()
        ),
        ["removal, a certificate by UCP's image"] = (
            Generated,
            b => b.ApplyAsync(),
            b => b.RemoveAsync()
        ),
        ["renewal, a certificate by UCP's image"] = (
            Generated,
            JoinedAndLateAsync,
            b => b.ApplyAsync()
        ),
        ["renewal, a certificate that others sign"] = (
            Signed,
            JoinedAndSignedAnewAsync,
            b => b.ApplyAsync()
        ),
    };

    public static TheoryData<string, FaultKind> Cuts
    {
        get
        {
            var data = new TheoryData<string, FaultKind>();
            foreach (var name in Scenarios.Keys)
            {
                data.Add(name, FaultKind.PowerCutBefore);
                data.Add(name, FaultKind.PowerCutWithin);
                data.Add(name, FaultKind.PowerCutAfter);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cuts))]
    public async Task At_every_operation(string name, FaultKind kind)
    {
        var (make, before, run) = Scenarios[name];
        using var undisturbed = make();
        await before(undisturbed);
        undisturbed.Snapshot();
        var operations = await PowerCut.OperationsAsync(undisturbed, () => run(undisturbed));
        var end = Shape.Of(undisturbed.Snapshot());
        var nodes = (await undisturbed.NodesAsync()).Count;

        await Parallel.ForEachAsync(
            Enumerable.Range(1, operations),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (cut, _) =>
            {
                using var bed = make();
                await before(bed);
                bed.Snapshot();

                var result = await PowerCut.RunAsync(bed, cut, kind, () => run(bed));

                var where = $"{kind} at operation {cut} of {operations}\n{bed.Told()}";
                result.Status.ShouldBe(RunStatus.Done, where);
                end.Diff(Shape.Of(bed.Snapshot())).ShouldBeEmpty(where);
                (await bed.NodesAsync()).Count.ShouldBe(nodes, where);
            }
        );
    }

    private static Bed Bare() => new(HostTemplates.Bare(20348));

    private static Bed Adopting() => new(HostTemplates.WithEngine(17763), Bed.Specs.Adopting);

    private static Bed Secured() =>
        new(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));

    private static Bed SecuredAdopting()
    {
        var bed = new Bed(HostTemplates.WithEngine(17763), Bed.Specs.Secured(Bed.Specs.Adopting));
        bed.Host.Files.Put(
            @"C:\ProgramData\docker\config\daemon.json",
            System.Text.Encoding.UTF8.GetBytes("{\n  \"log-level\": \"warn\"\n}\n")
        );
        return bed;
    }

    private static Bed Generated() =>
        new(HostTemplates.WithEngine(17763), Bed.Specs.Generated(Bed.Specs.Adopting));

    private static Bed Signed()
    {
        var bed = new Bed(HostTemplates.WithEngine(17763), Bed.Specs.Signed(Bed.Specs.Adopting));
        bed.Signed = bed.Sign(days: 90);
        return bed;
    }

    private static async Task JoinedAndSignedAnewAsync(Bed bed)
    {
        await bed.ApplyAsync();
        bed.Signed = bed.Sign(days: 180);
    }

    private static async Task JoinedAndLateAsync(Bed bed)
    {
        await bed.ApplyAsync();
        bed.Clock.Advance(TimeSpan.FromDays(340));
    }

    // By its name one on which the engine leaves its networks behind.
    private static Bed AdoptingWithSlowHns() =>
        Bed.Named("WIN-8", HostTemplates.WithEngine(17763), Bed.Specs.Adopting);

    private static async Task JoinedBeforeUpgradeAsync(Bed bed)
    {
        await bed.ApplyAsync();
        const string Url = "https://example.invalid/docker-28.3.0.zip";
        bed.Host.World.Web.Add(Url, Newer.Zip);
        bed.Spec = bed.Spec with
        {
            Engine = new EngineSpec
            {
                Install = new PackageSpec
                {
                    Version = Newer.Version,
                    Package = new ArchiveSpec { Url = Url, Sha256 = Newer.Sha256 },
                },
            },
        };
    }

    private static async Task UpgradeCutShortAsync(Bed bed)
    {
        await JoinedBeforeUpgradeAsync(bed);
        bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutWithin)
            {
                Operation = "files.write",
                Target = "*dockerd.exe.new",
            }
        );
        await Should.ThrowAsync<Core.Hosts.HostLostException>(() => bed.ApplyAsync());
        bed.Host.Faults = new FaultPlan();
        await bed.ConnectAsync(CancellationToken.None);
    }

    private static async Task JoinedAndUsedAsync(Bed bed)
    {
        await bed.ApplyAsync();
        UsedEngine.Use(bed.Host);
    }

    private static async Task JoinedAndServiceChangedAsync(Bed bed)
    {
        await bed.ApplyAsync();
        var service = bed.Host.Services.Find("docker")!.Config;
        bed.Host.Services.Configure(service with { Description = "ours now" });
    }

    private static async Task JoinedAndProgramChangedAsync(Bed bed)
    {
        await bed.ApplyAsync();
        bed.Host.Files.Put(@"C:\Program Files\docker\docker.exe", [1]);
    }
}
