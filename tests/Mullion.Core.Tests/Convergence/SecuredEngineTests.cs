using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Specs;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Network;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// An engine that listens over TLS, with settings of the spec's: Mullion's own, and one that was there with settings of others.
/// </summary>
public sealed class SecuredEngineTests
{
    private const string DaemonJson = @"C:\ProgramData\docker\config\daemon.json";
    private const string Folder = @"C:\ProgramData\docker\daemoncerts";
    private const string Theirs =
        "{\r\n\t\"log-level\" : \"warn\",\r\n\t\"labels\": [ \"site=north\" ]\r\n}\r\n";

    public static TheoryData<bool> Both => [true, false];

    [Theory, MemberData(nameof(Both))]
    public async Task Comes_up_and_leaves_no_trace(bool adopting)
    {
        using var bed = Make(adopting);
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.PingAsync()).ShouldBe(Certificate(bed).Thumbprint);
        HostAccess.IsPrivate(bed.Host.Files.Access(Folder + @"\key.pem")).ShouldBeTrue();
        var rule = bed.Host.Firewall.Find("Mullion-docker_local")!;
        rule.DisplayName.ShouldBe("docker_local");
        rule.LocalPorts.ShouldBe("2376");
        rule.RemoteAddresses.ShouldBe("10.0.0.0/24");
        bed.Host.Firewall.Find("Mullion-docker_proxy")!.LocalPorts.ShouldBe("12376");

        var joined = bed.Snapshot();
        (await bed.PlanAsync()).Settled.ShouldBeTrue(bed.Told());
        (await bed.ApplyAsync()).Steps.ShouldBeEmpty();
        joined.Diff(bed.Snapshot()).ShouldBeEmpty();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    /// <summary>The plan after a restart must not be made while the cards have no address yet.</summary>
    [Theory, MemberData(nameof(Both))]
    public async Task Without_addresses_in_the_spec_it_carries_those_of_the_host(bool adopting)
    {
        using var bed = Make(adopting);
        bed.Spec = bed.Spec with
        {
            Nodes = [bed.Spec.Nodes[0] with { AdvertiseAddress = null, DataPathAddress = null }],
        };

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        Certificate(bed).Names.Addresses.ShouldBe(["10.0.0.21", "127.0.0.1", "::1"]);
        bed.Snapshot();
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task An_engine_that_is_there_is_restarted_once_and_the_plan_says_so()
    {
        using var bed = Make(adopting: true);
        var process = bed.Host.State.Services["docker"].ProcessId;

        var plan = (await bed.PlanAsync()).Plan;
        var step = plan.Steps.Single(s => s.Id == "engine-settings/docker");
        step.Impact.Kind.ShouldBe(ImpactKind.ServiceRestart);
        step.Changes.Select(c => c.ToString())
            .ShouldBe([
                "debug: (none) → true",
                "hosts: (none) → [\"npipe://\", \"tcp://0.0.0.0:2376\"]",
                @"tlscacert: (none) → ""C:\\ProgramData\\docker\\daemoncerts\\ca.pem""",
                @"tlscert: (none) → ""C:\\ProgramData\\docker\\daemoncerts\\cert.pem""",
                @"tlskey: (none) → ""C:\\ProgramData\\docker\\daemoncerts\\key.pem""",
                "tlsverify: (none) → true",
            ]);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.State.Services["docker"].ProcessId.ShouldNotBe(process);
        bed.Events.Count(e => e.Message == "stopping").ShouldBe(1, bed.Told());
        bed.Host.Files.ReadAllText(DaemonJson)
            .ShouldStartWith(
                "{\r\n\t\"log-level\" : \"warn\",\r\n\t\"labels\": [ \"site=north\" ],\r\n\t\"debug\": true,\r\n\t\"hosts\": ["
            );
    }

    [Fact]
    public async Task A_key_of_the_services_arguments_is_changed_there_and_put_back()
    {
        using var bed = Make(adopting: true);
        Register(bed, "-H npipe:// --log-opt max-size=10m");
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Services.Find("docker")!
            .Config.ImagePath.ShouldEndWith(
                "--run-service -H npipe:// -H tcp://0.0.0.0:2376 --log-opt max-size=10m"
            );
        bed.Host.Files.ReadAllText(DaemonJson).ShouldNotContain("hosts");
        (await bed.PingAsync()).ShouldBe(Certificate(bed).Thumbprint);
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task A_key_in_both_places_is_refused_before_anything_changes()
    {
        using var bed = Make(adopting: true);
        Put(bed, "{ \"hosts\": [\"npipe://\"] }");
        bed.Host.Services.Put(
            bed.Host.State.Services["docker"] with
            {
                Config = bed.Host.State.Services["docker"].Config with
                {
                    ImagePath = bed.Host.State.Services["docker"].Config.ImagePath + " -H npipe://",
                },
            }
        );

        await Refused.ByAsync(
            bed,
            "setting-twice",
            $"hosts is set both in the arguments of the service docker and in {DaemonJson}"
        );
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_the_place()
    {
        using var bed = Make(adopting: true);
        Put(bed, "{\n  \"debug\" true\n}");

        await Refused.ByAsync(
            bed,
            "engine-settings",
            $"{DaemonJson} cannot be changed: line 2, column 11"
        );
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        using var bed = Make(adopting: true);
        bed.Host.Files.Put(DaemonJson, f => f with { ReadOnly = true });

        await Refused.ByAsync(bed, "daemon-json-read-only", "has the attribute read-only");
    }

    [Fact]
    public async Task Certificates_of_others_are_never_written_over()
    {
        using var bed = Make(adopting: true);
        using var other = CertificateAuthority.Create("UCP", KeyKind.Rsa, bed.Clock.GetUtcNow());
        var pair = bed.Sign(days: 90, by: other);
        bed.Host.Files.Put(Folder + @"\ca.pem", Encoding.UTF8.GetBytes(other.Certificate.Pem));
        bed.Host.Files.Put(Folder + @"\cert.pem", Encoding.UTF8.GetBytes(pair.Certificate));
        bed.Host.Files.Put(Folder + @"\key.pem", Encoding.UTF8.GetBytes(pair.Key));

        await Refused.ByAsync(
            bed,
            "certificates-taken",
            "ca.pem is another authority's, cert.pem was not signed by this authority"
        );
    }

    [Fact]
    public async Task Good_certificates_that_were_there_are_used_and_stay()
    {
        using var bed = Make(adopting: true);
        var pair = bed.Sign(days: 90);
        bed.Host.Files.Put(
            Folder + @"\ca.pem",
            Encoding.UTF8.GetBytes(Bed.EngineAuthority.Certificate.Pem)
        );
        bed.Host.Files.Put(Folder + @"\cert.pem", Encoding.UTF8.GetBytes(pair.Certificate));
        bed.Host.Files.Put(Folder + @"\key.pem", Encoding.UTF8.GetBytes(pair.Key));
        bed.Host.Files.SetAccess(Folder + @"\key.pem", HostAccess.PrivateFile);
        var before = bed.Snapshot();

        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.ReadAllText(Folder + @"\cert.pem").ShouldBe(pair.Certificate);
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_certificate_is_renewed_before_its_end_with_one_restart(bool adopting)
    {
        using var bed = Make(adopting);
        await bed.ApplyAsync();
        var first = Certificate(bed);

        bed.Clock.Advance(TimeSpan.FromDays(330));
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        bed.Clock.Advance(TimeSpan.FromDays(6));

        var plan = (await bed.PlanAsync()).Plan;
        plan.Steps.Where(s => s.Changing).Select(s => s.Id).ShouldBe(["engine-certificate/docker"]);
        plan.Steps.Single(s => s.Changing)
            .Changes.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("certificate: expires in 28 days → good");
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        Certificate(bed).Thumbprint.ShouldNotBe(first.Thumbprint);
        (await bed.PingAsync()).ShouldBe(Certificate(bed).Thumbprint);
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
    }

    [Fact]
    public async Task Settings_with_which_the_engine_does_not_come_up_are_put_back_and_it_runs()
    {
        using var bed = Make(adopting: true);
        bed.Reported = e =>
        {
            if (e.Message == "stopping")
            {
                bed.Host.Network.Put(new SimulatedListener("tcp", 2376, "other.exe", 77));
            }
        };

        var result = await bed.ApplyAsync();

        result.Status.ShouldBe(RunStatus.Failed, bed.Told());
        var step = result.Steps.Single(s => s.Id == "engine-settings/docker");
        step.Message!.ShouldStartWith("The engine does not come up with debug, hosts, tlscacert");
        step.Message.ShouldContain("runs with its former settings again");
        bed.Host.Files.ReadAllText(DaemonJson).ShouldBe(Theirs);
        (await bed.Host.Engine.InfoAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_setting_that_the_spec_drops_is_as_it_was()
    {
        using var bed = Make(adopting: true);
        Put(bed, "{ \"debug\": false, \"mtu\": 1400 }");
        await bed.ApplyAsync();
        bed.Host.Files.ReadAllText(DaemonJson).ShouldStartWith("{ \"debug\": true, \"mtu\": 1400");

        bed.Spec = bed.Spec with
        {
            Engine = bed.Spec.Engine! with
            {
                Settings = new Dictionary<string, string> { ["mtu"] = "1450" },
            },
        };
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.ReadAllText(DaemonJson).ShouldStartWith("{ \"debug\": false, \"mtu\": 1450");
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bed.Host.Files.ReadAllText(DaemonJson).ShouldBe("{ \"debug\": false, \"mtu\": 1400 }");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task TLS_that_the_spec_drops_ends_with_one_restart_and_goes_with_the_node(
        bool adopting
    )
    {
        using var bed = Make(adopting);
        var before = bed.Snapshot();
        await bed.ApplyAsync();

        bed.Spec = bed.Spec with
        {
            Engine = bed.Spec.Engine!.Install is { } install
                ? new EngineSpec { Install = install }
                : null,
        };
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await Should.ThrowAsync<HostException>(() => bed.PingAsync())).Reason.ShouldContain(
            "refused"
        );
        (await bed.Host.Engine.InfoAsync(CancellationToken.None)).ShouldNotBeNull();
        bed.Host.Firewall.Find("Mullion-docker_local").ShouldBeNull();
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        bed.Clock.Advance(TimeSpan.FromDays(400));
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        before.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
    }

    [Fact]
    public async Task An_engine_that_a_broken_off_restart_left_stopped_is_started()
    {
        using var bed = Make(adopting: true);
        await bed.ApplyAsync();
        await bed.Host.Services.StopAsync("docker", CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(1));

        (await bed.PlanAsync()).Plan.Refusals.ShouldBeEmpty();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        (await bed.PingAsync()).ShouldBe(Certificate(bed).Thumbprint);
    }

    [Fact]
    public async Task The_engines_certificate_replaced_by_hand_is_told_in_the_seeds_words()
    {
        using var bed = Make(adopting: true);
        await bed.ApplyAsync();
        using var other = CertificateAuthority.Create(
            "other",
            KeyKind.Ecdsa,
            bed.Clock.GetUtcNow()
        );
        bed.Host.Files.Put(Folder + @"\ca.pem", Encoding.UTF8.GetBytes(other.Certificate.Pem));

        var plan = (await bed.PlanAsync()).Plan;

        var finding = plan.Findings.Single(f => f.Id == "engine-tls");
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldBe(
            "Node WIN-1 is a Windows node that cannot connect to its local Docker daemon over TLS: tls: failed to verify certificate: x509: certificate signed by unknown authority."
        );
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.PingAsync()).ShouldBe(Certificate(bed).Thumbprint);
    }

    [Fact]
    public async Task The_key_is_in_no_journal_and_no_event()
    {
        using var bed = Make(adopting: false);
        await bed.ApplyAsync();

        var key = bed.Host.Files.ReadAllText(Folder + @"\key.pem").Split('\n')[1];
        key.Length.ShouldBeGreaterThan(40);
        bed.Host.Files.ReadAllText(HostPaths.Journal).ShouldNotContain(key);
        bed.Told().ShouldNotContain(key);
        (await bed.PlanAsync()).Secrets.Values.Keys.ShouldNotContain("engine/key");
    }

    [Theory]
    [InlineData("{ \"log-opts\": { \"splunk-token\": \"canary-4711\" } }")]
    [InlineData("{ \"log-opts\": { \"url\": \"https://u:canary-4711@logs\" } }")]
    public async Task A_credential_that_is_there_is_not_taken_over_and_not_shown(string theirs)
    {
        using var bed = Make(adopting: true);
        Put(bed, theirs);
        bed.Spec = WithLogOptions(bed);

        await Refused.ByAsync(bed, "setting-credential", "log-opts of the engine holds");

        var plan = await bed.PlanAsync();
        string.Join("\n", plan.Plan.Steps.SelectMany(s => s.Changes)).ShouldNotContain("canary");
        string.Join("\n", plan.Plan.Findings).ShouldNotContain("canary");
        bed.Told().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_credential_that_others_put_into_a_setting_of_ours_stays_and_is_not_shown()
    {
        using var bed = Make(adopting: true);
        bed.Spec = WithLogOptions(bed);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        const string theirs = "\"log-opts\": {\"splunk-token\": \"canary-4711\"}";
        var text = bed.Host.Files.ReadAllText(DaemonJson);
        Put(bed, text.Replace("\"log-opts\": {\"max-size\":\"10m\"}", theirs));

        var plan = (await bed.PlanAsync()).Plan;
        plan.Refusals.Select(f => f.Id).ShouldBe(["setting-credential"]);
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        bed.Host.Files.ReadAllText(DaemonJson).ShouldContain(theirs);
        bed.Told().ShouldNotContain("canary");
        string.Join("\n", plan.Steps.SelectMany(s => s.Changes)).ShouldNotContain("canary");
    }

    [Fact]
    public async Task An_unfinished_file_goes_with_the_node()
    {
        using var bed = Make(adopting: true);
        var before = bed.Snapshot();
        bed.Host.Faults = new FaultPlan(
            new Fault(FaultKind.PowerCutAfter)
            {
                Operation = "files.flush",
                Target = "*daemon.json.new",
            }
        );
        await Should.ThrowAsync<HostLostException>(() => bed.ApplyAsync());
        bed.Host.Faults = new FaultPlan();
        await bed.ConnectAsync(CancellationToken.None);
        bed.Host.Files.Find(DaemonJson + ".new").ShouldNotBeNull();

        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());

        // A power cut restarts the host, and that alone is no trace.
        before
            .Diff(bed.Snapshot())
            .Select(d => d.ToString())
            .ShouldNotContain(d => d!.Contains("daemon.json"));
    }

    private static ClusterSpec WithLogOptions(Bed bed) =>
        bed.Spec with
        {
            Engine = bed.Spec.Engine! with
            {
                Settings = new Dictionary<string, string>
                {
                    ["log-opts"] = "{\"max-size\":\"10m\"}",
                },
            },
        };

    private static Bed Make(bool adopting)
    {
        if (!adopting)
        {
            return new Bed(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));
        }

        var bed = new Bed(HostTemplates.WithEngine(17763), Bed.Specs.Secured(Bed.Specs.Adopting));
        Put(bed, Theirs);
        return bed;
    }

    /// <summary>A file that the engine read when it started.</summary>
    private static void Put(Bed bed, string text)
    {
        bed.Host.Files.Put(DaemonJson, Encoding.UTF8.GetBytes(text));
        bed.Host.Files.Put(DaemonJson, f => f with { Written = default });
    }

    private static void Register(Bed bed, string arguments)
    {
        var service = bed.Host.State.Services["docker"];
        var path = service.Config.ImagePath + " " + arguments;
        bed.Host.Services.Put(
            service with
            {
                Config = service.Config with { ImagePath = path },
                CommandLine = path,
            }
        );
    }

    private static CertificateFacts Certificate(Bed bed) =>
        CertificateFacts.Read(bed.Host.Files.ReadAllText(Folder + @"\cert.pem"))!;
}
