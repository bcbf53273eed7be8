using Mullion.Core.Findings;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Clusters;

/// <summary>What a Kubernetes cluster tells of itself, and what follows from it for Windows nodes.</summary>
public sealed class ClusterChecksTests
{
    private static KubernetesFacts Good { get; } =
        new()
        {
            Id = "1",
            Version = "v1.34.9",
            Server = new Uri("https://10.0.0.5:6443"),
            Distribution = new Distribution("kubeadm"),
            Addresses = new ClusterAddresses(
                ["10.96.0.0/12"],
                ["10.244.0.0/16"],
                "10.96.0.10",
                "cluster.local"
            ),
            Cni = Flannel("vxlan"),
            Nodes =
            [
                new(
                    "lin-1",
                    "linux",
                    true,
                    TakesWork: true,
                    "v1.34.9",
                    "10.0.0.6",
                    "10.244.1.0/24"
                ),
            ],
        };

    [Fact]
    public void A_cluster_that_is_as_it_should_be_leaves_only_what_it_cannot_tell() =>
        ClusterChecks
            .Of(Good, Wanted())
            .Where(f => f.Severity != Severity.Ok)
            .ShouldHaveSingleItem()
            .Id.ShouldBe("bridge-nf-call-iptables");

    [Fact]
    public void One_that_runs_its_nodes_itself_is_refused_by_name() =>
        Only(
                Good with
                {
                    Distribution = new Distribution("RKE2", "its agent does", "Use rke2.exe."),
                },
                Severity.Refuse
            )
            .ShouldSatisfyAllConditions(
                f => f.Id.ShouldBe("cluster-distribution"),
                f => f.Message.ShouldContain("RKE2 (v1.34.9): its agent does"),
                f => f.Fix.ShouldBe("Use rke2.exe.")
            );

    [Theory]
    [InlineData("v1.34.9", "1.34.0", Severity.Ok)]
    [InlineData("v1.34.9", "1.31.0", Severity.Ok)]
    [InlineData("v1.34.9", "1.30.9", Severity.Refuse)]
    [InlineData("v1.34.9", "1.35.0", Severity.Refuse)]
    [InlineData("v1.28.0", "1.25.0", Severity.Ok)]
    [InlineData("v1.27.0", "1.25.0", Severity.Ok)]
    [InlineData("v1.27.0", "1.24.0", Severity.Refuse)]
    [InlineData("v1.30.2+vendor.1", "1.30.0", Severity.Ok)]
    [InlineData("dev", "1.30.0", Severity.Unknown)]
    public void Kubelets_go_with_their_API_server(
        string server,
        string kubelet,
        Severity severity
    ) =>
        ClusterChecks
            .Of(Good with { Version = server }, Wanted(kubelet))
            .Single(f => f.Id == "kubelet-skew")
            .Severity.ShouldBe(severity);

    [Theory]
    [InlineData("vxlan", FlannelBackend.HostGw, "flannel-backend", "and the spec wants host-gw")]
    [InlineData("host-gw", FlannelBackend.Vxlan, "flannel-backend", "and the spec wants vxlan")]
    [InlineData("wireguard", FlannelBackend.Vxlan, "flannel-backend", "which Windows has not")]
    public void Both_sides_have_one_backend(
        string theirs,
        FlannelBackend ours,
        string id,
        string words
    )
    {
        var refusal = ClusterChecks
            .Of(Good with { Cni = Flannel(theirs) }, Wanted(backend: ours))
            .Single(f => f.Severity == Severity.Refuse);

        refusal.Id.ShouldBe(id);
        refusal.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData(1, 4789)]
    [InlineData(4096, 8472)]
    public void VXLAN_has_what_Windows_can(int vni, int port) =>
        Only(Good with { Cni = Flannel("vxlan", vni, port) }, Severity.Refuse)
            .Message.ShouldContain(
                $"has VNI {vni} and port {port}; Windows needs VNI 4096 and port 4789"
            );

    [Fact]
    public void Host_gw_needs_neither() =>
        ClusterChecks
            .Of(
                Good with
                {
                    Cni = Flannel("host-gw", 1, 8472),
                },
                Wanted(backend: FlannelBackend.HostGw)
            )
            .ShouldAllBe(f => f.Severity != Severity.Refuse);

    [Fact]
    public void Direct_routing_is_refused() =>
        Only(
            Good with
            {
                Cni = Good.Cni! with { Flannel = Good.Cni.Flannel! with { DirectRouting = true } },
            },
            Severity.Refuse
        )
            .Id.ShouldBe("flannel-direct-routing");

    [Fact]
    public void Another_network_is_refused_and_none_is_not_taken_for_one()
    {
        Only(
            Good with
            {
                Cni = new ClusterCni("Calico", "kube-system/calico-node", null),
            },
            Severity.Refuse
        )
            .Message.ShouldContain("is Calico (DaemonSet kube-system/calico-node)");
        Network(Good with { Cni = null }).Severity.ShouldBe(Severity.Unknown);
        Network(Good with { Cni = Good.Cni! with { Flannel = null } })
            .Severity.ShouldBe(Severity.Unknown);
    }

    [Theory]
    [InlineData("linux", true, true, true)]
    [InlineData("linux", false, true, false)]
    [InlineData("linux", true, false, false)]
    [InlineData("windows", true, true, false)]
    public void A_Linux_node_takes_work(string os, bool ready, bool takes, bool enough) =>
        ClusterChecks
            .Of(
                Good with
                {
                    Nodes = [Good.Nodes[0] with { Os = os, Ready = ready, TakesWork = takes }],
                },
                Wanted()
            )
            .Single(f => f.Id == "linux-worker")
            .Severity.ShouldBe(enough ? Severity.Ok : Severity.Warn);

    [Fact]
    public void A_DaemonSet_that_lands_is_named_with_the_command_that_keeps_it_away()
    {
        var warning = Only(
            Good with
            {
                Landing = [new LandingDaemonSet("mon", "agent", ["agent:1"], ToleratesTaint: true)],
            },
            Severity.Warn
        );

        warning.Message.ShouldContain("The DaemonSet mon/agent");
        warning.Message.ShouldContain("tainted ones too");
        warning.Evidence.ShouldBe("agent:1");
        warning.Fix.ShouldBe(
            """kubectl -n mon patch daemonset agent --type merge -p '{"spec":{"template":{"spec":{"nodeSelector":{"kubernetes.io/os":"linux"}}}}}'"""
        );
    }

    [Fact]
    public void What_may_not_be_read_is_unknown_and_not_well() =>
        ClusterChecks
            .Of(Good with { Unread = ["nodes may not be read: no"] }, null)
            .Single(f => f.Id == "cluster-unread")
            .Message.ShouldBe(
                "Of the cluster at https://10.0.0.5:6443/, nodes may not be read: no."
            );

    private static Finding Only(KubernetesFacts facts, Severity severity) =>
        ClusterChecks.Of(facts, Wanted()).Where(f => f.Severity == severity).ShouldHaveSingleItem();

    private static Finding Network(KubernetesFacts facts) =>
        ClusterChecks.Of(facts, null).Single(f => f.Id == "cluster-network");

    private static ClusterCni Flannel(string backend, int vni = 4096, int port = 4789) =>
        new(
            "Flannel",
            "kube-flannel/kube-flannel-ds",
            new FlannelSettings
            {
                ConfigMap = "kube-flannel/kube-flannel-cfg",
                Backend = backend,
                Vni = vni,
                Port = port,
            }
        );

    private static KubernetesSpec Wanted(
        string version = "1.34.2",
        FlannelBackend backend = FlannelBackend.Vxlan
    )
    {
        var package = new PackageSpec { Version = version, Package = new ArchiveSpec() };
        return new KubernetesSpec
        {
            Node = package,
            CniPlugins = package,
            Flannel = new FlannelSpec { Package = package, Backend = backend },
        };
    }
}
