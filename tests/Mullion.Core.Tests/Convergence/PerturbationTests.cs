using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// Somebody changes one field of what Mullion made. The plan names exactly that resource and field, apply repairs it, and removal
/// still leaves no trace.
/// </summary>
public sealed class PerturbationTests
{
    private const string Certs = @"C:\ProgramData\docker\daemoncerts\";
    private const string Orchestrated = $"node-label/win-1/{MkeSpec.SwarmLabel}";
    private const string Rule = "firewall/swarm-7946-udp";

    private static readonly Dictionary<string, Func<Bed, Task>> Perturbations = new()
    {
        ["feature/Containers:state"] = Do(b =>
            b.Host.State.Features["Containers"] = FeatureState.Disabled
        ),
        ["engine-package/docker:files"] = Do(b =>
            b.Host.Files.Put(@"C:\Program Files\docker\docker.exe", [1])
        ),
        ["engine-package/docker:version"] = Manifest(
            "\"version\":\"28.2.2\"",
            "\"version\":\"1.0.0\""
        ),
        ["engine-package/docker:sha256"] = Manifest("\"package\":\"", "\"package\":\"0"),
        ["service/docker:displayName"] = Service(c => c with { DisplayName = "Docker" }),
        ["service/docker:imagePath"] = Service(c =>
            c with
            {
                ImagePath = c.ImagePath + " --experimental",
            }
        ),
        ["service/docker:start"] = Service(c => c with { Start = ServiceStart.Manual }),
        ["service/docker:description"] = Service(c => c with { Description = "" }),
        ["service/docker:dependencies"] = Service(c => c with { Dependencies = ["Dnscache"] }),
        ["service/docker:recovery"] = Service(c => c with { Recovery = ServiceRecovery.None }),
        ["service/docker:state"] = b => b.Host.Services.StopAsync("docker", CancellationToken.None),
        ["engine-certificate/docker:authority"] = Do(b => b.Host.Files.Put(Certs + "ca.pem", [1])),
        ["engine-certificate/docker:certificate"] = Do(b =>
            b.Host.Files.Put(Certs + "cert.pem", [1])
        ),
        ["engine-certificate/docker:key"] = Do(b =>
            b.Host.Files.SetAccess(Certs + "key.pem", "D:P(A;;FA;;;SY)(A;;FR;;;BU)")
        ),
        [$"image/{BedImages.Pulled}:present"] = b =>
            b.Host.Engine.RemoveImageAsync(BedImages.Pulled, CancellationToken.None),
        [$"image/{BedImages.Loaded}:present"] = b =>
            b.Host.Engine.RemoveImageAsync(BedImages.Loaded, CancellationToken.None),
        [$"image/{BedImages.OfMke}:present"] = b =>
            b.Host.Engine.RemoveImageAsync(BedImages.OfMke, CancellationToken.None),
        ["engine-settings/docker:debug"] = DaemonJson("\"debug\": true", "\"debug\": false"),
        ["engine-settings/docker:hosts"] = DaemonJson(":2376", ":2377"),
        ["engine-settings/docker:tlsverify"] = DaemonJson(
            "\"tlsverify\": true",
            "\"tlsverify\": false"
        ),
        ["engine-settings/docker:tlscacert"] = DaemonJson("ca.pem", "x.pem"),
        ["engine-settings/docker:tlscert"] = DaemonJson("cert.pem", "x.pem"),
        ["engine-settings/docker:tlskey"] = DaemonJson("key.pem", "x.pem"),
        ["engine-settings/docker:inForce"] = DaemonJson("{", " {"),
        [$"{Rule}:displayName"] = Firewall(r => r with { DisplayName = "x" }),
        [$"{Rule}:description"] = Firewall(r => r with { Description = "x" }),
        [$"{Rule}:direction"] = Firewall(r => r with { Inbound = false }),
        [$"{Rule}:action"] = Firewall(r => r with { Allow = false }),
        [$"{Rule}:protocol"] = Firewall(r => r with { Protocol = "TCP" }),
        [$"{Rule}:localPorts"] = Firewall(r => r with { LocalPorts = "7947" }),
        [$"{Rule}:remoteAddresses"] = Firewall(r => r with { RemoteAddresses = "10.0.0.0/8" }),
        [$"{Rule}:profiles"] = Firewall(r => r with { Profiles = "Domain" }),
        [$"{Rule}:enabled"] = Firewall(r => r with { Enabled = false }),
        ["swarm-membership/shop:state"] = b =>
            b.Host.Engine.LeaveSwarmAsync(false, CancellationToken.None),
        ["swarm-membership/shop:listenAddress"] = Rejoin(j =>
            j with
            {
                ListenAddress = "0.0.0.0:2378",
            }
        ),
        ["swarm-membership/shop:advertiseAddress"] = Rejoin(j =>
            j with
            {
                AdvertiseAddress = "10.0.0.99",
            }
        ),
        ["swarm-membership/shop:dataPathAddress"] = Rejoin(j => j with { DataPathAddress = null }),
        ["node-ready/win-1:duplicates"] = Rejoin(j => j),
        ["node-ready/win-1:removing"] = Label(NodeLabels.AvailabilityBefore, "active"),
        ["node-label/win-1/rack:value"] = Label("rack", "b"),
        [$"{Orchestrated}:value"] = Label(MkeSpec.SwarmLabel, "false"),
    };

    // What cannot be perturbed alone, and why.
    private static readonly Dictionary<string, string> Observed = new()
    {
        ["swarm-membership/shop:cluster"] =
            "another swarm is refused, not repaired: see RefusalTests",
        ["swarm-membership/shop:nodeId"] =
            "the managers give it; a new one is node-ready:duplicates",
        ["engine-certificate/docker:sha256"] =
            "another certificate that is good is as good: compared by criterion",
        ["cluster-node/win-1:registered"] = "follows from the membership",
        ["node-ready/win-1:state"] = "follows from the membership and the service",
        ["node-ready/win-1:os"] = "Windows does not become another system",
    };

    public static TheoryData<string> Names => [.. Perturbations.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_named_repaired_and_taken_back(string name)
    {
        using var bed = new Bed(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));
        var bare = bed.Snapshot();
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        var (id, field) = (name[..name.LastIndexOf(':')], name[(name.LastIndexOf(':') + 1)..]);

        await Perturbations[name](bed);

        var plan = (await bed.PlanAsync()).Plan;
        var step = plan.Steps.Single(s => s.Id == id);
        step.Changing.ShouldBeTrue();
        step.Changes.ShouldContain(c => c.Field == field);
        plan.Steps.Where(s => s.Changing)
            .Select(s => s.Id)
            .ShouldBe([id, .. Consequences(name)], ignoreOrder: true);
        (await bed.ApplyAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        (await bed.PlanAsync()).Settled.ShouldBeTrue();
        (await bed.RemoveAsync()).Status.ShouldBe(RunStatus.Done, bed.Told());
        bare.Diff(bed.Snapshot()).ShouldBeEmpty(bed.Told());
        (await bed.NodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_field_that_a_read_returns_is_perturbed_here()
    {
        using var bed = new Bed(HostTemplates.Bare(20348), Bed.Specs.Secured(Bed.Specs.Bare));
        await bed.ApplyAsync();
        await using var executor = new LocalExecutor(bed.Host);
        var owned = (await executor.JournalAsync(CancellationToken.None))
            .Inventory()
            .Resources.Values;

        var fields = owned
            .Where(o => !o.Resource.Id.StartsWith("firewall/") || o.Resource.Id == Rule)
            .SelectMany(o => (o.Applied ?? new()).Fields.Select(f => $"{o.Resource.Id}:{f}"));

        fields.Except(Perturbations.Keys).Except(Observed.Keys).ShouldBeEmpty();
    }

    /// <summary>An engine that stops, or leaves, takes more along than itself.</summary>
    private static string[] Consequences(string name) =>
        name switch
        {
            "service/docker:state" =>
            [
                "swarm-membership/shop",
                "engine-endpoint/docker",
                .. BedImages.All.Select(i => $"image/{i}"),
            ],
            // The one that runs began with other arguments.
            "service/docker:imagePath" => ["engine-settings/docker"],
            "engine-certificate/docker:authority" or "engine-certificate/docker:certificate" =>
            [
                // What the engine runs with is no longer what lies there.
                "engine-settings/docker",
                "engine-endpoint/docker",
            ],
            "swarm-membership/shop:state" =>
            [
                "cluster-node/win-1",
                "node-label/win-1/rack",
                Orchestrated,
                "node-ready/win-1",
            ],
            _ when name.StartsWith("swarm-membership/") =>
            [
                "node-ready/win-1",
                "node-label/win-1/rack",
                Orchestrated,
            ],
            "node-ready/win-1:duplicates" => ["node-label/win-1/rack", Orchestrated],
            _ => [],
        };

    private static Func<Bed, Task> Do(Action<Bed> action) =>
        bed =>
        {
            action(bed);
            return Task.CompletedTask;
        };

    private static Func<Bed, Task> Firewall(Func<FirewallRule, FirewallRule> change) =>
        Do(b => b.Host.Firewall.Replace(change(b.Host.Firewall.Find("Mullion-swarm-7946-udp")!)));

    private static Func<Bed, Task> Service(Func<ServiceConfig, ServiceConfig> change) =>
        Do(b => b.Host.Services.Configure(change(b.Host.Services.Find("docker")!.Config)));

    private static Func<Bed, Task> DaemonJson(string from, string to) =>
        Do(b =>
        {
            const string path = @"C:\ProgramData\docker\config\daemon.json";
            var text = b.Host.Files.ReadAllText(path);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            b.Host.Files.Put(
                path,
                System.Text.Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..])
            );
        });

    private static Func<Bed, Task> Manifest(string from, string to) =>
        Do(b =>
        {
            const string Path = @"C:\Program Files\docker\mullion-package.json";
            var text = b.Host.Files.ReadAllText(Path).Replace(from, to);
            b.Host.Files.Put(Path, System.Text.Encoding.UTF8.GetBytes(text));
        });

    private static Func<Bed, Task> Label(string key, string value) =>
        async b =>
            await b.Orchestrator.UpdateNodeAsync(
                (await b.NodesAsync()).Single().Id,
                new Dictionary<string, string?> { [key] = value },
                availability: null,
                CancellationToken.None
            );

    private static Func<Bed, Task> Rejoin(Func<SwarmJoin, SwarmJoin> change) =>
        async b =>
        {
            await b.Host.Engine.LeaveSwarmAsync(force: true, CancellationToken.None);
            await b.Host.Engine.JoinSwarmAsync(
                change(
                    new SwarmJoin(
                        ["10.0.0.5:2377"],
                        b.Swarm.WorkerToken,
                        "0.0.0.0:2377",
                        "10.0.0.21",
                        "10.0.0.21",
                        "active"
                    )
                ),
                CancellationToken.None
            );
        };
}
