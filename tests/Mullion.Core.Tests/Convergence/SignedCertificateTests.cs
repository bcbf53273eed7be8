using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Certificates of engines that somebody else's authority signs, from a folder of the user's.</summary>
public sealed class SignedCertificateTests : IDisposable
{
    private const string Folder = BedCertificates.Folder;
    private readonly Bed _bed = new(
        HostTemplates.WithEngine(17763),
        Bed.Specs.Signed(Bed.Specs.Adopting)
    );

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Goes_to_the_host_stays_there_and_leaves_no_trace()
    {
        _bed.Signed = _bed.Sign(days: 90);
        var before = _bed.Snapshot();

        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        (await _bed.PingAsync()).ShouldBe(
            CertificateFacts.Read(_bed.Signed.Certificate)!.Thumbprint
        );
        Text("key.pem").ShouldBe(_bed.Signed.Key);
        HostAccess.IsPrivate(_bed.Host.Files.Access(Folder + "key.pem")).ShouldBeTrue();
        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
        var key = _bed.Signed.Key.Split('\n')[1];
        _bed.Host.Files.ReadAllText(HostPaths.Journal).ShouldNotContain(key);
        _bed.Told().ShouldNotContain(key);

        (await _bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());
        before.Diff(_bed.Snapshot()).ShouldBeEmpty(_bed.Told());
    }

    [Fact]
    public async Task A_newer_one_in_the_folder_is_taken_up_with_one_restart()
    {
        _bed.Signed = _bed.Sign(days: 90);
        await _bed.ApplyAsync();
        _bed.Events.Clear();
        // The authority's answer to a request with the same key.
        _bed.Signed = _bed.Sign(days: 180);

        var step = (await _bed.PlanAsync()).Plan.Steps.Single(s =>
            s.Id == "engine-certificate/docker"
        );
        step.Changes.Select(c => c.Field).ShouldBe(["sha256"]);
        step.Impact.Kind.ShouldBe(ImpactKind.NetworkCut);
        (await _bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, _bed.Told());

        _bed.Events.Count(e => e.Message == "stopping").ShouldBe(1, _bed.Told());
        (await _bed.PingAsync()).ShouldBe(
            CertificateFacts.Read(_bed.Signed.Certificate)!.Thumbprint
        );
        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_is_good_on_the_host_needs_none_in_the_folder()
    {
        _bed.Signed = _bed.Sign(days: 90);
        await _bed.ApplyAsync();

        _bed.Signed = null;

        (await _bed.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task Its_end_is_told_in_time_and_refuses_nothing()
    {
        _bed.Signed = _bed.Sign(days: 90);
        await _bed.ApplyAsync();

        _bed.Clock.Advance(TimeSpan.FromDays(61));

        var plan = (await _bed.PlanAsync()).Plan;
        plan.Findings.Single(f => f.Id == "engine-certificate-ends")
            .Message.ShouldBe(
                "The engine's certificate ends in 28 days, and only its authority can give another."
            );
        plan.Refusals.ShouldBeEmpty();
        plan.Steps.ShouldAllBe(s => !s.Changing);
    }

    [Fact]
    public Task Without_an_answer_nothing_changes() =>
        Refused.ByAsync(
            _bed,
            "secret-missing",
            "The certificate of win-1 in signed is not there, or its key is not."
        );

    [Theory]
    [InlineData("name", "lacks 10.0.0.21")]
    [InlineData("time", "expired on")]
    [InlineData("key", "does not belong to the key beside it")]
    [InlineData("authority", "was not signed by this authority")]
    [InlineData("text", "cannot be used")]
    public Task An_answer_that_will_not_do_is_refused(string wrong, string reason)
    {
        _bed.Signed = wrong switch
        {
            "name" => _bed.Sign(days: 90, address: "10.0.0.99"),
            "time" => _bed.Sign(days: 1),
            "key" => _bed.Sign(days: 90) with { Key = _bed.Sign(days: 90).Key },
            "authority" => _bed.Sign(
                days: 90,
                by: CertificateAuthority.Create("other", KeyKind.Ecdsa, _bed.Clock.GetUtcNow())
            ),
            _ => _bed.Sign(days: 90) with { Certificate = "no PEM" },
        };

        _bed.Clock.Advance(TimeSpan.FromDays(wrong == "time" ? 2 : 0));

        return Refused.ByAsync(_bed, "secret-missing", reason);
    }

    [Fact]
    public async Task Another_that_was_there_is_not_written_over()
    {
        var theirs = _bed.Sign(days: 30);
        Put("ca.pem", Bed.EngineAuthority.Certificate.Pem);
        Put("cert.pem", theirs.Certificate);
        Put("key.pem", theirs.Key);
        _bed.Host.Files.SetAccess(Folder + "key.pem", HostAccess.PrivateFile);
        _bed.Signed = _bed.Sign(days: 90);

        await Refused.ByAsync(
            _bed,
            "certificates-taken",
            "cert.pem is another one than the folder has"
        );
    }

    private string Text(string file) => _bed.Host.Files.ReadAllText(Folder + file);

    private void Put(string file, string text) =>
        _bed.Host.Files.Put(Folder + file, Encoding.UTF8.GetBytes(text));
}
