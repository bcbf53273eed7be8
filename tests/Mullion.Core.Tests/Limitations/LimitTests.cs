using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Limitations;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Specs;
using Mullion.Core.Tests.Convergence;

namespace Mullion.Core.Tests.Limitations;

/// <summary>Each limit of Windows is told where this cluster and this host touch upon it, and only there.</summary>
public sealed class LimitTests
{
    private const string Own = "n1";

    [Fact]
    public void Nothing_is_told_of_a_cluster_that_asks_for_nothing_special() =>
        Limits.Of(Scope()).ShouldBeEmpty();

    [Fact]
    public void Encrypted_networks_are_named_with_the_services_on_them()
    {
        var finding = Only(
            Scope(
                networks: [Network("secret-net", encrypted: true)],
                services:
                [
                    Service("web") with
                    {
                        Networks = ["secret-net-id"],
                    },
                    Service("db") with
                    {
                        Networks = ["secret-net"],
                        MayRunOnWindows = false,
                    },
                ]
            ),
            "overlay-encrypted",
            Severity.Warn
        );

        finding.Message.ShouldContain("secret-net");
        finding.Message.ShouldContain("On it are web.");
        finding.Fix!.ShouldContain("--opt encrypted");
    }

    [Fact]
    public void The_network_of_the_http_routing_mesh_has_a_cure_of_its_own() =>
        Only(
            Scope(networks: [Network("ucp-hrm", encrypted: true)]),
            "overlay-encrypted",
            Severity.Warn
        )
            .Fix!.ShouldContain("docker network rm ucp-hrm");

    [Theory]
    [InlineData(4095, true)]
    [InlineData(4096, false)]
    public void Network_ids_begin_at_4096(int vni, bool told) =>
        Limits
            .Of(Scope(networks: [Network("low") with { Vnis = [vni] }]))
            .Any(f => f.Id == "vni-below-4096" && f.Message.Contains($"{vni}"))
            .ShouldBe(told);

    [Theory]
    [InlineData(0, false)]
    [InlineData(4789, false)]
    [InlineData(7789, true)]
    public void Overlays_have_one_port(int port, bool told) =>
        Limits
            .Of(Scope(cluster: c => c with { DataPathPort = port }))
            .Any(f => f.Id == "vxlan-port" && f.Message.Contains($"{port}"))
            .ShouldBe(told);

    [Fact]
    public void Which_of_several_cards_is_taken_is_unknown_before_the_join()
    {
        var cards = new[] { Card("Ethernet", "10.0.0.21"), Card("Storage", "10.9.0.21") };

        Only(Scope(host: h => h with { Interfaces = cards }), "hns-card", Severity.Unknown)
            .Message.ShouldContain("Ethernet, Storage");
        Limits
            .Of(Scope(host: h => h with { Interfaces = cards }, nodeId: Own, nodes: [Node(Own)]))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Unix_sockets_and_owners_of_secrets_are_named_by_service()
    {
        var scope = Scope(
            services:
            [
                Service("agent") with
                {
                    UnixSockets = ["/var/run/docker.sock"],
                },
                Service("app") with
                {
                    Secrets = ["key", "pw"],
                    OwnedSecrets = ["key"],
                },
                Service("linux") with
                {
                    MayRunOnWindows = false,
                    UnixSockets = ["/var/run/docker.sock"],
                    Secrets = ["x"],
                    OwnedSecrets = ["x"],
                },
            ]
        );

        Only(scope, "unix-socket", Severity.Warn).Message.ShouldContain("agent");
        Only(scope, "secret-ownership", Severity.Warn).Message.ShouldContain("app");
        Only(scope, "secret-ownership", Severity.Warn).Message.ShouldNotContain("pw");
    }

    [Theory]
    [InlineData(true, Severity.Ok)]
    [InlineData(false, Severity.Warn)]
    [InlineData(null, Severity.Unknown)]
    public void Secrets_lie_on_the_disk(bool? encrypted, Severity severity) =>
        Only(
            Scope(
                host: h => h with { SystemDriveEncrypted = encrypted },
                services: [Service("app") with { Secrets = ["pw"] }]
            ),
            "secrets-on-disk",
            severity
        )
            .Message.ShouldContain("BitLocker");

    [Theory]
    [InlineData(14393, true)]
    [InlineData(17763, false)]
    public void Server_2016_has_no_routing_mesh(int build, bool told) =>
        Limits
            .Of(
                Scope(
                    host: h => h with { Build = build },
                    services: [Service("web") with { MeshPorts = [8080] }]
                )
            )
            .Any(f => f.Id == "routing-mesh-2016" && f.Message.Contains("8080"))
            .ShouldBe(told);

    [Theory]
    [InlineData("3.2.5", 17763, Severity.Ok)]
    [InlineData("3.2.5", 20348, Severity.Warn)]
    [InlineData("3.7.1", 20348, Severity.Ok)]
    [InlineData("3.7.1", 14393, Severity.Warn)]
    [InlineData("3.4.0", 17763, Severity.Unknown)]
    public void What_mke_takes_is_looked_up(string version, int build, Severity severity) =>
        Only(
            Scope(host: h => h with { Build = build }, mke: MkeSpec.Of(version, null)),
            "compatibility",
            severity
        )
            .Message.ShouldContain(version);

    [Theory]
    [InlineData("3.2.5", "with Swarm alone")]
    [InlineData("3.7.1", "mixed nodes")]
    public void A_label_for_kubernetes_is_told(string version, string words) =>
        Only(
            Scope(
                host: h => h with { Build = 17763 },
                mke: MkeSpec.Of(version, null),
                nodeId: Own,
                nodes:
                [
                    Node(Own) with
                    {
                        Labels = new Dictionary<string, string>
                        {
                            [MkeSpec.KubernetesLabel] = "true",
                        },
                    },
                ]
            ),
            "orchestrator-swarm-only",
            Severity.Warn
        )
            .Message.ShouldContain(words);

    [Fact]
    public void A_manager_on_windows_is_told() =>
        Only(
            Scope(nodes: [Node("m1") with { Role = "manager", Os = "windows" }]),
            "windows-manager",
            Severity.Warn
        )
            .Fix!.ShouldContain("docker node demote");

    [Theory]
    [InlineData("27.5.1", "28.2.2", true)]
    [InlineData("28.0.0", "28.2.2", false)]
    [InlineData("27.5.1", "27.5.1", false)]
    [InlineData("20.10.5+dfsg1", "29.0.0", true)]
    [InlineData("", "28.2.2", false)]
    public void Old_managers_lose_new_engines(string manager, string engine, bool told) =>
        Limits
            .Of(
                Scope(
                    host: h =>
                        h with
                        {
                            Engine = new EngineFacts("", Running: true, engine, Installed: null),
                        },
                    nodes: [Node("m1") with { Role = "manager", EngineVersion = manager }]
                )
            )
            .Any(f => f.Id == "manager-alpn")
            .ShouldBe(told);

    [Theory]
    [InlineData("WIN-1", "10.0.0.21", false)]
    [InlineData("WIN-1", "10.0.0.99", false)]
    [InlineData("WIN-9", "10.0.0.21", false)]
    [InlineData("WIN-9", "10.0.0.99", true)]
    [InlineData("", "", false)]
    public void A_clone_has_another_name_and_another_address(
        string name,
        string address,
        bool told
    ) =>
        Limits
            .Of(Scope(nodeId: Own, nodes: [Node(Own) with { Name = name, Address = address }]))
            .Any(f => f.Id == "clone" && f.Severity == Severity.Refuse)
            .ShouldBe(told);

    [Theory]
    [InlineData(91, null)]
    [InlineData(60, Severity.Warn)]
    [InlineData(-1, Severity.Refuse)]
    public void The_end_of_the_root_is_told_in_time(int days, Severity? severity) =>
        Limits
            .Of(Scope(cluster: c => c with { RootExpires = c.Time.AddDays(days) }))
            .Where(f => f.Id == "root-expiry")
            .Select(f => (Severity?)f.Severity)
            .ShouldBe(severity is null ? [] : [severity]);

    [Fact]
    public void A_rotation_names_the_nodes_that_it_waits_for()
    {
        var scope = Scope(
            cluster: c => c with { RootRotates = true },
            nodes: [Node("a") with { Name = "win-2", State = "down" }, Node("b")]
        );

        Only(scope, "root-rotation", Severity.Warn).Message.ShouldContain("win-2 (down)");
        Only(
            Scope(cluster: c => c with { RootRotates = true }, nodes: [Node("b")]),
            "root-rotation",
            Severity.Warn
        )
            .Message.ShouldEndWith("is being replaced.");
    }

    private static Finding Only(LimitScope scope, string id, Severity severity)
    {
        var finding = Limits.Of(scope).Single(f => f.Id == id);
        finding.Severity.ShouldBe(severity);
        if (severity is not Severity.Ok)
        {
            finding.Fix.ShouldNotBeNullOrEmpty();
        }

        return finding;
    }

    private static LimitScope Scope(
        IReadOnlyList<ClusterNetwork>? networks = null,
        IReadOnlyList<ClusterService>? services = null,
        Func<ClusterFacts, ClusterFacts>? cluster = null,
        Func<HostFacts, HostFacts>? host = null,
        IReadOnlyList<NodeStatus>? nodes = null,
        string? nodeId = null,
        MkeSpec? mke = null
    )
    {
        var machine = Samples.Host with { Interfaces = [Card("Ethernet", "10.0.0.21")] };
        return new LimitScope(
            cluster is null ? Samples.Cluster : cluster(Samples.Cluster),
            nodes ?? [],
            new ClusterWork(networks ?? [], services ?? []),
            host is null ? machine : host(machine),
            Samples.Blueprint().Resources.OfType<SwarmMembership>().Single(),
            nodeId,
            mke
        );
    }

    private static ClusterNetwork Network(string name, bool encrypted = false) =>
        new(name + "-id", name, "overlay", encrypted, [4097]);

    private static ClusterService Service(string name) =>
        new(name, MayRunOnWindows: true, [], [], [], [], []);

    private static NetworkInterface Card(string name, string address) =>
        new(name, 5, "00-15-5D-01-02-03", Physical: true, Up: true, [address]);

    private static NodeStatus Node(string id) =>
        new(
            id,
            "WIN-1",
            "ready",
            "",
            "active",
            "worker",
            Leader: false,
            "windows",
            "x86_64",
            "28.2.2",
            "10.0.0.21",
            new Dictionary<string, string>()
        );
}
