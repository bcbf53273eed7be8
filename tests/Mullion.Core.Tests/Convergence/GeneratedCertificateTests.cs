using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Specs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Images;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Certificates of engines that the image of UCP's agent makes on the host.</summary>
public sealed class GeneratedCertificateTests : IDisposable
{
    private const string Folder = BedCertificates.Folder;
    private readonly Bed _bed = new(
        HostTemplates.WithEngine(17763),
        Bed.Specs.Generated(Bed.Specs.Adopting)
    );

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Is_made_there_stays_and_leaves_no_trace()
    {
        var before = _bed.Snapshot();

        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        var shown = await PingAsync(anyName: true);
        shown.ShouldBe(CertificateFacts.Read(Text("cert.pem"))!.Thumbprint);
        HostAccess.IsPrivate(_bed.Host.Files.Access(Folder + "key.pem")).ShouldBeTrue();
        _bed.Host.Files.Find(Folder.TrimEnd('\\') + ".new").ShouldBeNull();
        _bed.Host.Engine.Peek().ShouldNotContain(c => c.Image == BedImages.OfMke);
        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
        var key = Text("key.pem").Split('\n')[1];
        _bed.Host.Files.ReadAllText(HostPaths.Journal).ShouldNotContain(key);
        _bed.Told().ShouldNotContain(key);

        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
    }

    /// <summary>Nobody here knows the names that UCP's generator writes, so none is counted on.</summary>
    [Fact]
    public async Task Its_names_are_its_makers_affair()
    {
        await _bed.ApplyAsync();

        (
            await Should.ThrowAsync<HostException>(() => PingAsync(anyName: false))
        ).Reason.ShouldContain("certificate is valid for");
        (await _bed.PlanAsync()).Plan.Findings.ShouldNotContain(f => f.Id == "engine-tls");
    }

    [Fact]
    public async Task What_it_made_before_Mullion_came_is_used_and_stays()
    {
        using var authority = CertificateAuthority.Create(
            "swarm-ca",
            KeyKind.Rsa,
            _bed.Clock.GetUtcNow()
        );
        var theirs = _bed.Sign(days: 300, address: "10.0.0.99", by: authority);
        Put("ca.pem", authority.Certificate.Pem);
        Put("cert.pem", theirs.Certificate);
        Put("key.pem", theirs.Key);
        _bed.Host.Files.SetAccess(Folder + "key.pem", HostAccess.PrivateFile);
        var before = _bed.Snapshot();

        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        Text("cert.pem").ShouldBe(theirs.Certificate);
        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
    }

    [Fact]
    public async Task In_its_last_month_another_is_made_with_one_restart()
    {
        await _bed.ApplyAsync();
        var (authority, certificate) = (Text("ca.pem"), Text("cert.pem"));
        _bed.Events.Clear();

        _bed.Clock.Advance(TimeSpan.FromDays(334));
        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
        _bed.Clock.Advance(TimeSpan.FromDays(2));
        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        Text("ca.pem").ShouldNotBe(authority);
        Text("cert.pem").ShouldNotBe(certificate);
        (await PingAsync(anyName: true)).ShouldBe(
            CertificateFacts.Read(Text("cert.pem"))!.Thumbprint
        );
        _bed.Events.Count(e => e.Message == "stopping").ShouldBe(1, _bed.Told());
        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_generator_that_fails_is_named_and_the_next_run_goes_on()
    {
        _bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.Error) { Operation = "engine.runContainer" }
        );

        var result = await _bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed, _bed.Told());
        result
            .Steps.Single(s => s.Status == StepStatus.Failed)
            .Message!.ShouldContain("generate-certs of docker/ucp-agent-win:3.2.5 failed");
        _bed.Host.Faults = new FaultPlan();
        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
    }

    [Fact]
    public async Task Its_image_may_come_from_a_file()
    {
        var archive = DockerArchive.Create("windows", BedImages.OfMke);
        var sha256 = BedImages.Sha256(archive);
        _bed.Spec = _bed.Spec with
        {
            Images =
            [
                new ImageSpec
                {
                    Name = ImageReference.Parse(BedImages.OfMke)!,
                    Archive = new ArchiveSpec
                    {
                        Path = new FileReference("agent.tar", "/agent.tar"),
                        Sha256 = sha256,
                    },
                },
                .. _bed.Spec.Images,
            ],
        };

        var result = await _bed.ApplyAsync(o =>
            o with
            {
                OpenPackage = asked =>
                    asked == sha256 ? new MemoryStream(archive) : BedImages.Open(asked),
            }
        );

        result.Status.ShouldBe(RunStatus.Done, _bed.Told());
        _bed.Events.ShouldNotContain(e => e.Message == $"pulling {BedImages.OfMke}");
    }

    private Task<string> PingAsync(bool anyName) =>
        _bed.Host.Engine.PingOverTlsAsync(
            new EngineTlsCall(
                "10.0.0.21",
                2376,
                Folder + "ca.pem",
                Folder + "cert.pem",
                Folder + "key.pem"
            )
            {
                AnyName = anyName,
            },
            CancellationToken.None
        );

    private string Text(string file) => _bed.Host.Files.ReadAllText(Folder + file);

    private void Put(string file, string text) =>
        _bed.Host.Files.Put(Folder + file, Encoding.UTF8.GetBytes(text));
}
