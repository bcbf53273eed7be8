using System.Text;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.Files;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Files with known content, and the folders they are in.</summary>
public sealed class HostFileTests
{
    private const string Conf = @"C:\etc\kubernetes\kubelet.conf";
    private const string Net = @"C:\k\cni\net-conf.json";
    private const string Data = @"C:\var\lib\kubelet";

    [Fact]
    public async Task They_are_there_as_wanted_and_go_without_a_trace()
    {
        using var bed = Files();
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.ReadAllText(Conf).ShouldBe("kind: Config\nserver: a\n");
        HostAccess.IsPrivate(bed.Host.Files.Access(Conf)).ShouldBeTrue();
        HostAccess.IsPrivate(bed.Host.Files.Access(Net)).ShouldBeFalse();
        (await bed.PlanAsync()).Settled.ShouldBeTrue();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FaultKind.PowerCutBefore)]
    [InlineData(FaultKind.PowerCutWithin)]
    [InlineData(FaultKind.PowerCutAfter)]
    public async Task The_power_may_go_at_every_operation(FaultKind kind)
    {
        using var undisturbed = Files();
        var bare = undisturbed.Snapshot();
        var applying = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.ApplyAsync());
        var whole = Shape.Of(undisturbed.Snapshot());
        var removing = await PowerCut.OperationsAsync(undisturbed, () => undisturbed.RemoveAsync());

        for (var cut = 1; cut <= Math.Max(applying, removing); cut++)
        {
            using var bed = Files();
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

    public static TheoryData<string, string> Perturbed =>
        new()
        {
            { "content", "file/kubelet.conf" },
            { "gone", "file/kubelet.conf" },
            { "access", "file/kubelet.conf" },
            { "folder", "folder/data" },
            { "folder-access", "folder/kubernetes" },
        };

    [Theory, MemberData(nameof(Perturbed))]
    public async Task What_changed_since_is_named_and_repaired(string what, string id)
    {
        using var bed = Files();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        var whole = Shape.Of(bed.Snapshot());

        Perturb(bed, what);
        (await bed.PlanAsync()).Plan.Steps.Where(s => s.Changing).Select(s => s.Id).ShouldBe([id]);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        whole.Diff(Shape.Of(bed.Snapshot())).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_others_wrote_into_it_since_stays_and_is_named()
    {
        using var bed = Files();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.Put(Net, "{}"u8.ToArray());

        var result = await bed.RemoveAsync();

        result.Steps.Single(s => s.Status == StepStatus.Left).Id.ShouldBe("file/net-conf.json");
        bed.Host.Files.ReadAllText(Net).ShouldBe("{}");
        bed.Host.Files.Find(Conf).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_somebodys_is_refused_and_one_that_says_the_same_stays()
    {
        using var bed = Files();
        bed.Host.Files.EnsureDirectory(@"C:\k\cni");
        bed.Host.Files.Put(Net, "{ theirs }"u8.ToArray());
        (await Refused.ByAsync(bed, "file-taken", Net)).Fix.ShouldNotBeNullOrEmpty();

        bed.Host.Files.Put(Net, Encoding.UTF8.GetBytes("{ \"a\": 1 }"));
        (await bed.PlanAsync())
            .Plan.Steps.Single(s => s.Id == "file/net-conf.json")
            .Action.ShouldBe(PlanAction.Adopt);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.Find(Net).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_others_put_into_a_folder_keeps_it()
    {
        using var bed = Files();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.Put(Data + @"\theirs", [1]);

        var result = await bed.RemoveAsync();

        result.Status.ShouldBe(RunStatus.Done, bed.Told());
        var left = result.Steps.Single(s => s.Status == StepStatus.Left);
        left.Id.ShouldBe("folder/data");
        left.Message.ShouldBe($@"what others have in it ({Data}\theirs) stays and needs it");
        bed.Host.Files.Find(Data + @"\theirs").ShouldNotBeNull();
        bed.Host.Files.Find(@"C:\etc").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_where_a_folder_has_to_be_is_refused()
    {
        using var bed = Files();
        bed.Host.Files.EnsureDirectory(@"C:\var\lib");
        bed.Host.Files.Put(Data, [1]);

        await Refused.ByAsync(bed, "folder-taken", Data);
    }

    [Fact]
    public async Task Who_reads_it_is_stopped_for_a_change_and_the_plan_says_so()
    {
        using var bed = Files();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Services.Create(
            new ServiceConfig(
                "flanneld",
                "flanneld",
                @"C:\Windows\System32\svchost.exe",
                ServiceStart.Automatic,
                "",
                [],
                ServiceRecovery.None
            )
        );
        await bed.Host.Services.StartAsync("flanneld", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));

        bed.HandMade = Wanted("{ \"a\": 2 }");
        var step = (await bed.PlanAsync()).Plan.Steps.Single(s => s.Changing);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        step.Impact.ShouldBe(new Impact(ImpactKind.ServiceRestart, "restarts flanneld"));
        bed.Host.Services.Find("flanneld")!.State.ShouldBe(ServiceState.Stopped);
        bed.Host.Files.ReadAllText(Net).ShouldBe("{ \"a\": 2 }");
    }

    public static IReadOnlyList<Resource> Wanted(string net = "{ \"a\": 1 }") =>
        [
            Folder("etc", @"C:\etc"),
            Folder("kubernetes", @"C:\etc\kubernetes", isPrivate: true, "folder/etc"),
            new HostFile
            {
                Name = "kubelet.conf",
                Heading = Heading.Join,
                Path = Conf,
                Content = "kind: Config\nserver: a\n",
                Private = true,
                After = ["folder/kubernetes"],
            },
            Folder("data", Data),
            new HostFile
            {
                Name = "net-conf.json",
                Heading = Heading.Network,
                Path = Net,
                Content = net,
                ReadBy = ["flanneld"],
            },
        ];

    private static HostFolder Folder(
        string name,
        string path,
        bool isPrivate = false,
        params string[] after
    ) =>
        new()
        {
            Name = name,
            Heading = Heading.Join,
            Path = path,
            Private = isPrivate,
            After = after,
        };

    private static Bed Files() => new(HostTemplates.Bare(20348)) { HandMade = Wanted() };

    private static void Perturb(Bed bed, string what)
    {
        switch (what)
        {
            case "content":
                bed.Host.Files.Put(Conf, "kind: Other\n"u8.ToArray());
                break;
            case "gone":
                bed.Host.Files.Delete(Conf);
                break;
            case "access":
                bed.Host.Files.SetAccess(Conf, "D:P(A;;FA;;;WD)");
                break;
            case "folder":
                bed.Host.Files.DeleteTree(Data);
                break;
            default:
                bed.Host.Files.SetAccess(@"C:\etc\kubernetes", "D:P(A;OICI;FA;;;WD)");
                break;
        }
    }
}
