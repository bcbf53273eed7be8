using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Packages of programs, whichever way they are packed, each in a folder of its own.</summary>
public sealed class ProgramPackageTests
{
    private const string Kubelet = SimulatedPackages.Folder + @"\kubernetes\kubelet.exe";

    [Fact]
    public async Task Only_what_is_wanted_is_unpacked_and_nothing_is_left_afterwards()
    {
        using var bed = Packages();
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Walk(SimulatedPackages.Folder)
            .Select(f => f.Path[(SimulatedPackages.Folder.Length + 1)..])
            .ShouldBe([
                @"cni\host-local.exe",
                @"cni\mullion-package.json",
                @"cni\win-overlay.exe",
                @"flannel\flanneld.exe",
                @"flannel\mullion-package.json",
                @"kubernetes\kube-proxy.exe",
                @"kubernetes\kubelet.exe",
                @"kubernetes\mullion-package.json",
            ]);
        bed.Host.Files.Find(HostPaths.Cache).ShouldBeNull();
        (await bed.PlanAsync()).Settled.ShouldBeTrue();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_folder_above_them_stays_where_somebody_had_it()
    {
        using var bed = Packages();
        bed.Host.Files.CreateDirectory(SimulatedPackages.Folder);
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_programs_made_goes_with_them_and_what_was_there_stays(bool wasThere)
    {
        using var bed = Packages();
        if (wasThere)
        {
            bed.Host.Files.EnsureDirectory(SimulatedPackages.Filled + @"\plugins");
            bed.Host.Files.Put(SimulatedPackages.Filled + @"\plugins\theirs.sock", [1]);
        }

        var before = bed.Snapshot();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.EnsureDirectory(SimulatedPackages.Filled + @"\pki");
        bed.Host.Files.Put(SimulatedPackages.Filled + @"\pki\kubelet.pem", [1, 2, 3]);
        bed.Host.Files.Put(SimulatedPackages.Filled + @"\cpu_manager_state", [2]);

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FaultKind.PowerCutBefore)]
    [InlineData(FaultKind.PowerCutWithin)]
    [InlineData(FaultKind.PowerCutAfter)]
    public async Task The_power_may_go_at_every_operation(FaultKind kind)
    {
        using var undisturbed = Packages();
        var bare = undisturbed.Snapshot();
        var applying = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.ApplyAsync());
        var whole = Shape.Of(undisturbed.Snapshot());
        var removing = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.RemoveAsync());

        for (var cut = 1; cut <= Math.Max(applying, removing); cut++)
        {
            using var bed = Packages();
            bed.Snapshot();
            var result = await PowerCut.RunAsync(
                bed,
                ((cut - 1) % applying) + 1,
                kind,
                () => bed.ApplyAsync()
            );
            result.Status.ShouldBe(RunStatus.Done, $"{kind} {cut}\n{bed.Told()}");
            whole.Diff(Shape.Of(bed.Snapshot())).ShouldBeEmpty($"{kind} {cut}");

            result = await PowerCut.RunAsync(
                bed,
                ((cut - 1) % removing) + 1,
                kind,
                () => bed.RemoveAsync()
            );
            result.Status.ShouldBe(RunStatus.Done, $"{kind} {cut}\n{bed.Told()}");
            bare.Diff(bed.Snapshot()).ShouldBeEmpty($"{kind} {cut}");
        }
    }

    [Fact]
    public async Task Another_version_replaces_the_former_and_stops_what_runs_it()
    {
        using var bed = Packages();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Services.Create(
            new ServiceConfig(
                "kubelet",
                "kubelet",
                $"\"{Kubelet}\" --windows-service",
                ServiceStart.Automatic,
                "",
                [],
                ServiceRecovery.None
            )
        );
        await bed.Host.Services.StartAsync("kubelet", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
        bed.Host.Services.Find("kubelet")!.State.ShouldBe(ServiceState.Running);

        var next = SimulatedPackages.Node("1.35.0");
        Publish(bed, next);
        bed.HandMade = [next.Resource];
        var step = (await bed.PlanAsync()).Plan.Steps.Single(s => s.Id == next.Resource.Id);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        step.Action.ShouldBe(PlanAction.Update);
        step.Changes.ShouldContain(c => c.Field == "version" && c.New == "1.35.0");
        step.Impact.ShouldBe(new Impact(ImpactKind.ServiceRestart, "stops kubelet"));
        bed.Host.Files.ReadAllText(Kubelet).ShouldBe("MZ kubelet 1.35.0");
        bed.Host.Services.Find("kubelet")!.State.ShouldBe(ServiceState.Stopped);
    }

    [Fact]
    public async Task What_others_put_there_stays_and_is_named()
    {
        using var bed = Packages();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        const string Theirs = SimulatedPackages.Folder + @"\cni\calico.exe";
        bed.Host.Files.Put(Theirs, "MZ calico"u8.ToArray());

        var plan = (await bed.PlanRemovalAsync()).Plan;
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        plan.Findings.ShouldContain(f =>
            f.Id == "program-files-stay" && f.Message.Contains("calico.exe")
        );
        bed.Host.Files.Walk(SimulatedPackages.Folder).Select(f => f.Path).ShouldBe([Theirs]);
    }

    [Fact]
    public async Task A_damaged_program_is_unpacked_again()
    {
        using var bed = Packages();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.Put(Kubelet, "MZ something else"u8.ToArray());

        (await bed.PlanAsync())
            .Plan.Steps.Single(s => s.Changing)
            .Changes.ShouldHaveSingleItem()
            .Old.ShouldBe("damaged: kubelet.exe");
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.ReadAllText(Kubelet).ShouldBe("MZ kubelet 1.34.2");
    }

    [Fact]
    public async Task A_folder_that_somebody_uses_is_refused()
    {
        using var bed = Packages();
        bed.Host.Files.Put(Kubelet, "MZ theirs"u8.ToArray());

        var refusal = await Refused.ByAsync(bed, "program-folder-taken", Kubelet[..^12]);

        refusal.Severity.ShouldBe(Severity.Refuse);
    }

    public static TheoryData<string, string> Unusable =>
        new()
        {
            { "login-page", "is no tar.gz that can be read" },
            { "cut-short", "is no tar.gz that can be read" },
            { "escape", "leads out of its folder" },
            { "drive", "leads out of its folder" },
            { "link", "it holds the link" },
            { "nothing", "holds no kubernetes/node/bin/kube-proxy.exe" },
        };

    [Theory, MemberData(nameof(Unusable))]
    public async Task What_is_no_such_package_is_refused_before_anything_is_unpacked(
        string what,
        string words
    )
    {
        var node = SimulatedPackages.Node();
        var content = Content(what, node.Content);
        var sample = node with
        {
            Content = content,
            Resource = node.Resource with
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            },
        };
        using var bed = Packages(sample);
        var before = bed.Snapshot();

        var result = await bed.ApplyAsync();

        var failed = result.Steps.Single(s => s.Status == StepStatus.Failed);
        failed.Message!.ShouldContain(words);
        failed.Fix.ShouldNotBeNullOrEmpty();
        bed.Host.Files.Find(sample.Resource.Folder).ShouldBeNull();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_is_none_is_refused()
    {
        var flannel = SimulatedPackages.Flannel;
        var page = "<html>log in first</html>"u8.ToArray();
        using var bed = Packages(
            flannel with
            {
                Content = page,
                Resource = flannel.Resource with
                {
                    Url = "https://example.invalid/flanneld.exe",
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(page)),
                },
            }
        );

        var result = await bed.ApplyAsync();

        result
            .Steps.Single(s => s.Status == StepStatus.Failed)
            .Message!.ShouldContain(
                "is no program that can be read: it does not begin as a Windows program does"
            );
    }

    private static Bed Packages(params SimulatedPackages.Sample[] packages)
    {
        var all = packages is [] ? SimulatedPackages.All : packages;
        var bed = new Bed(HostTemplates.Bare(20348))
        {
            HandMade = [.. all.Select(p => p.Resource)],
        };
        Publish(bed, [.. all]);
        return bed;
    }

    private static void Publish(Bed bed, params SimulatedPackages.Sample[] packages)
    {
        foreach (var package in packages.Where(p => p.Resource.Url is not null))
        {
            bed.Host.World.Web.Add(package.Resource.Url!, package.Content);
        }
    }

    private static byte[] Content(string what, byte[] good) =>
        what switch
        {
            "login-page" => Encoding.UTF8.GetBytes("<html>log in first</html>"),
            "cut-short" => good[..(good.Length / 2)],
            "escape" => SimulatedPackages.TarGz(("kubernetes/node/bin/../../../evil.exe", "MZ")),
            "drive" => SimulatedPackages.TarGz((@"C:\Windows\System32\evil.exe", "MZ")),
            "link" => Link(),
            _ => SimulatedPackages.TarGz(("kubernetes/node/bin/kubelet.exe", "MZ")),
        };

    private static byte[] Link()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.NoCompression, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(
                new UstarTarEntry(TarEntryType.SymbolicLink, "kubernetes/node/bin/kubelet.exe")
                {
                    LinkName = @"C:\Windows\System32\lsass.exe",
                    ModificationTime = DateTimeOffset.UnixEpoch,
                }
            );
        }

        return buffer.ToArray();
    }
}
