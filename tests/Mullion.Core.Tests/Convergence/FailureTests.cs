using System.IO.Compression;
using System.Security.Cryptography;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// What shows only once the run is under way: one step fails with one clear error, the run can be taken up again, and given up
/// without a trace.
/// </summary>
public sealed class FailureTests : IDisposable
{
    private const string Membership = "swarm-membership/shop";
    private const string Package = "engine-package/docker";
    private readonly Bed _bed = new(HostTemplates.Bare(20348));
    private readonly HostSnapshot _before;

    public FailureTests() => _before = _bed.Snapshot();

    [Fact]
    public async Task A_token_that_is_rotated_after_it_was_read()
    {
        _bed.Way.Enrolling = _ =>
            _bed.Docker.Swarm.RotateWorkerTokenAsync().GetAwaiter().GetResult();

        var step = await FailsAsync(
            Membership,
            mend: () => _bed.Way.Enrolling = _ => { },
            "10.0.0.5:2377",
            "A valid join token is necessary"
        );

        step.Fix!.ShouldContain("rotated");
    }

    [Fact]
    public async Task No_token_at_all()
    {
        var plan = await _bed.PlanAsync();
        await _bed.ApplyAsync(o => o with { Until = Heading.Network });
        await using var executor = await _bed.ConnectAsync(CancellationToken.None);
        await executor.BeginAsync(
            new RunRequest("apply", "shop", "win-1", null, "test"),
            CancellationToken.None
        );

        var result = await executor.ApplyAsync(
            new ApplyRequest(
                [.. plan.Blueprint!.Resources.OfType<SwarmMembership>()],
                SecretBag.Empty
            ),
            _bed,
            CancellationToken.None
        );

        var step = result.Steps.ShouldHaveSingleItem();
        step.Status.ShouldBe(StepStatus.Failed);
        step.Message!.ShouldContain("swarm/worker-token is needed");
        step.Fix.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_manager_that_goes_away_before_the_node_has_an_identity()
    {
        _bed.Way.Enrolling = _ => _bed.Gateway.Reachable = false;

        await FailsAsync(
            Membership,
            mend: () =>
            {
                _bed.Way.Enrolling = _ => { };
                _bed.Gateway.Reachable = true;
            },
            "10.0.0.5:2377",
            "connection refused"
        );
    }

    [Fact]
    public async Task A_manager_that_goes_away_after_the_node_has_an_identity()
    {
        _bed.Way.Answering = false;

        await FailsAsync(
            Membership,
            mend: () => _bed.Way.Answering = true,
            "still joining after 2 minutes"
        );
    }

    [Fact]
    public async Task Another_swarm_that_answers_only_when_the_token_is_shown()
    {
        var other = new Lab.Gateways.MemorySwarmGateway(
            Bed.NewSwarm(
                _bed.Clock,
                Lab.SwarmManager.Model.ClusterAuthority.Create(_bed.Clock.GetUtcNow())
            )
        );
        _bed.Way.Enrolling = _ => _bed.Way.Gateway = other;

        await FailsAsync(
            Membership,
            mend: () =>
            {
                _bed.Way.Enrolling = _ => { };
                _bed.Way.Gateway = _bed.Gateway;
            },
            "does not match fingerprint"
        );
    }

    [Fact]
    public async Task A_package_with_another_hash()
    {
        Publish(Zip(("docker/dockerd.exe", [1])));

        await FailsAsync(Package, Publish, "SHA-256", Bed.Package.Sha256);
    }

    [Fact]
    public async Task A_package_that_is_not_there()
    {
        _bed.Spec = WithPackage(Bed.Package.Sha256, "https://download.docker.com/gone.zip");

        await FailsAsync(Package, () => _bed.Spec = Bed.Specs.Bare, "gone.zip");
    }

    public static TheoryData<string, byte[], string> Packages =>
        new()
        {
            { "no zip", "<html>not found</html>"u8.ToArray(), "is no zip" },
            { "without dockerd", Zip(("docker/docker.exe", [1])), "holds no docker/dockerd.exe" },
            {
                "up",
                Zip(("docker/dockerd.exe", [1]), (@"docker\..\..\Windows\evil.dll", [1])),
                @"docker\..\..\Windows\evil.dll"
            },
            { "a drive", Zip(("docker/dockerd.exe", [1]), ("C:/evil.dll", [1])), "C:/evil.dll" },
            { "a root", Zip(("docker/dockerd.exe", [1]), ("/evil.dll", [1])), "/evil.dll" },
            {
                "a stream",
                Zip(("docker/dockerd.exe", [1]), ("docker/dockerd.exe:evil", [1])),
                "docker/dockerd.exe:evil"
            },
        };

    [Theory, MemberData(nameof(Packages))]
    public async Task A_package_of_the_right_hash_that_is_no_engine(
        string name,
        byte[] zip,
        string word
    )
    {
        name.ShouldNotBeEmpty();
        Publish(zip);
        _bed.Spec = WithPackage(Hash(zip));

        await FailsAsync(
            Package,
            () =>
            {
                _bed.Snapshot()
                    .Entries.Keys.ShouldNotContain(k =>
                        k.Contains("evil") || k.Contains(@"docker\docker")
                    );
                Publish();
                _bed.Spec = Bed.Specs.Bare;
            },
            word
        );
    }

    [Fact]
    public async Task A_restart_that_is_not_allowed_is_waited_for()
    {
        var first = await _bed.ApplyAsync(o => o with { RebootAllowed = false });
        var second = await _bed.ApplyAsync(o => o with { RebootAllowed = false });
        _bed.Host.Engine.Peek().ShouldBeEmpty();
        _bed.Host.System.Reboot("by hand");
        var third = await _bed.ApplyAsync(o => o with { RebootAllowed = false });

        first.Status.ShouldBe(RunStatus.RebootNeeded, _bed.Told());
        second.Status.ShouldBe(RunStatus.RebootNeeded, _bed.Told());
        third.Status.ShouldBe(RunStatus.Done, _bed.Told());
        (await _bed.RemoveAsync(o => o with { RebootAllowed = false })).Status.ShouldBe(
            RunStatus.RebootNeeded
        );
        _bed.Host.System.Reboot("by hand");
        (await _bed.RemoveAsync(o => o with { RebootAllowed = false })).Status.ShouldBe(
            RunStatus.Done
        );
        _before.Diff(_bed.Snapshot()).ShouldBeEmpty();
    }

    public void Dispose() => _bed.Dispose();

    /// <summary>Fails in one step only, then mended ends as if it had not, and leaves nothing; given up leaves nothing either.</summary>
    private async Task<StepResult> FailsAsync(string id, Action mend, params string[] words)
    {
        var result = await _bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed, _bed.Told());
        var step = result.Steps.Where(s => s.Status == StepStatus.Failed).ShouldHaveSingleItem();
        step.Id.ShouldBe(id);
        step.Fix.ShouldNotBeNullOrEmpty(step.Message);
        step.Message!.ShouldNotContain("defect");
        foreach (var word in words)
        {
            step.Message!.ShouldContain(word);
        }

        mend();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        _before.Diff(_bed.Snapshot()).ShouldBeEmpty("given up");
        (await _bed.NodesAsync()).ShouldBeEmpty();
        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        (await _bed.NodesAsync()).ShouldHaveSingleItem().Ready.ShouldBeTrue();
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        _before.Diff(_bed.Snapshot()).ShouldBeEmpty();
        return step;
    }

    private void Publish() => Publish(Bed.Package.Zip);

    private void Publish(byte[] zip) =>
        _bed.Host.World.Web.Add(Bed.Specs.Bare.Engine!.Install!.Package.Url!, zip);

    private static ClusterSpec WithPackage(string sha256, string? url = null) =>
        Bed.Specs.Bare with
        {
            Engine = Bed.Specs.From(
                Bed.Specs.Bare,
                p => p with { Sha256 = sha256, Url = url ?? p.Url }
            ),
        };

    private static string Hash(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }
}
