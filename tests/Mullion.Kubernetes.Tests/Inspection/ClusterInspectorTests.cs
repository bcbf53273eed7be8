using System.Text.Json.Nodes;
using Mullion.Core.Orchestrators.Kubernetes;

namespace Mullion.Kubernetes.Tests.Inspection;

/// <summary>What a cluster is is read from what it has, and what may not be read is named.</summary>
public sealed class ClusterInspectorTests
{
    private const string Sets = "/apis/apps/v1/daemonsets";
    private const string System = "/api/v1/namespaces/kube-system";

    [Fact]
    public async Task The_captured_cluster_is_one_of_kubeadm_with_its_addresses()
    {
        var facts = await new SmallCluster().InspectAsync();

        facts.Id.ShouldBe("d6f8627d-f9ad-49c9-82b7-e9e0bb0ae4e7");
        facts.Version.ShouldStartWith("v1.34.");
        facts.Distribution.ShouldBe(new Distribution("kubeadm"));
        facts.Distribution.Joinable.ShouldBeTrue();
        facts.Addresses.ServiceCidrs.ShouldBe(["10.96.0.0/12"]);
        facts.Addresses.PodCidrs.ShouldBe(["10.244.0.0/16"]);
        facts.Addresses.DnsAddress.ShouldBe("10.96.0.10");
        facts.Addresses.DnsDomain.ShouldBe("cluster.local");
        facts.Cni.ShouldBeNull();
        facts.Landing.ShouldBeEmpty();
        facts.Unread.ShouldBeEmpty();
        facts
            .Nodes.Single(n => n.Name == "win-1")
            .ShouldSatisfyAllConditions(
                n => n.Os.ShouldBe("windows"),
                n => n.Ready.ShouldBeTrue(),
                n => n.TakesWork.ShouldBeTrue(),
                n => n.PodCidr.ShouldStartWith("10.244.")
            );
        facts.Nodes.Count(n => n.Ready).ShouldBe(1);
    }

    [Theory]
    [InlineData("v1.30.2+rke2r1", "RKE2", "port 9345")]
    [InlineData("v1.30.2+k3s1", "k3s", "Linux alone")]
    [InlineData("v1.30.2+k0s", "k0s", "k0s' own worker")]
    [InlineData("v1.30.2-eks-a5ec690", "Amazon EKS", "IAM")]
    [InlineData("v1.27.4-gke.900", "Google Kubernetes Engine", "node pools")]
    public async Task A_distribution_that_runs_its_nodes_itself_is_told_by_its_version(
        string version,
        string name,
        string why
    )
    {
        var facts = await new SmallCluster().Of(version).InspectAsync();

        facts.Distribution.Name.ShouldBe(name);
        facts.Distribution.Joinable.ShouldBeFalse();
        facts.Distribution.Why!.ShouldContain(why);
        facts.Distribution.Fix.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("kubernetes.azure.com/cluster", "Azure Kubernetes Service")]
    [InlineData("eks.amazonaws.com/nodegroup", "Amazon EKS")]
    [InlineData("cloud.google.com/gke-nodepool", "Google Kubernetes Engine")]
    public async Task Or_by_the_labels_of_its_nodes(string label, string name)
    {
        var cluster = new SmallCluster();
        cluster["/api/v1/nodes"]["items"]![0]!["metadata"]!["labels"]![label] = "x";

        (await cluster.InspectAsync()).Distribution.Name.ShouldBe(name);
    }

    [Fact]
    public async Task Or_by_what_it_serves_and_by_its_namespaces()
    {
        (
            await new SmallCluster()
                .Add("/api/v1/namespaces", """{"metadata":{"name":"cattle-system"}}""")
                .Of("v1.30.2+rke2r1")
                .InspectAsync()
        ).Distribution.Name.ShouldBe("Rancher");

        var openShift = new SmallCluster();
        openShift["/apis"]["groups"]!
            .AsArray()
            .Add(JsonNode.Parse("""{"name":"config.openshift.io","versions":[]}"""));
        (await openShift.InspectAsync()).Distribution.Name.ShouldBe("OpenShift");
    }

    [Fact]
    public async Task One_that_nobody_knows_is_named_so()
    {
        var facts = await new SmallCluster()
            .Without($"{System}/configmaps/kubeadm-config")
            .InspectAsync();

        facts.Distribution.Name.ShouldBe("unknown");
        facts.Distribution.Joinable.ShouldBeTrue();
        facts.Addresses.ServiceCidrs.ShouldBeEmpty();
        facts.Addresses.PodCidrs.ShouldBe(["10.244.0.0/16"], "kube-proxy tells them too");
    }

    [Fact]
    public async Task Without_kubeadm_the_flags_of_the_control_plane_tell()
    {
        var facts = await new SmallCluster()
            .Without($"{System}/configmaps/kubeadm-config")
            .Without($"{System}/configmaps/kube-proxy")
            .Without($"{System}/configmaps/kubelet-config")
            .Add(
                $"{System}/pods",
                """
                {"metadata":{"name":"kube-apiserver-a"},"spec":{"containers":[{"name":"c","command":
                ["kube-apiserver","--service-cluster-ip-range=10.43.0.0/16,fd00:43::/112"]}]}}
                """
            )
            .Add(
                $"{System}/pods",
                """
                {"metadata":{"name":"kube-controller-manager-a"},"spec":{"containers":[{"name":"c","args":
                ["--cluster-cidr=10.42.0.0/16"]}]}}
                """
            )
            .InspectAsync();

        facts.Addresses.ServiceCidrs.ShouldBe(["10.43.0.0/16", "fd00:43::/112"]);
        facts.Addresses.PodCidrs.ShouldBe(["10.42.0.0/16"]);
        facts.Addresses.DnsAddress.ShouldBe("10.96.0.10", "the service itself");
        facts.Addresses.DnsDomain.ShouldBeNull();
    }

    [Fact]
    public async Task Before_1_24_the_kubelets_settings_carry_the_release_in_their_name()
    {
        var cluster = new SmallCluster().Of("v1.20.2");
        cluster[$"{System}/configmaps/kubelet-config-1.20"] = cluster[
            $"{System}/configmaps/kubelet-config"
        ];
        cluster.Without($"{System}/configmaps/kubelet-config");

        (await cluster.InspectAsync()).Addresses.DnsDomain.ShouldBe("cluster.local");
    }

    [Theory]
    [InlineData(": [")]
    [InlineData("- a")]
    [InlineData("\"\\U99999999\"")]
    [InlineData("")]
    public async Task Settings_that_somebody_broke_tell_nothing(string text)
    {
        var cluster = new SmallCluster();
        cluster[$"{System}/configmaps/kubeadm-config"]["data"]!["ClusterConfiguration"] = text;

        (await cluster.InspectAsync()).Addresses.ServiceCidrs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_may_not_be_read_is_named_and_the_rest_is_read()
    {
        var facts = await new SmallCluster()
            .Forbid("/api/v1/nodes")
            .Forbid($"{System}/configmaps/kube-proxy")
            .InspectAsync();

        facts.Nodes.ShouldBeEmpty();
        facts.Unread.Count.ShouldBe(2);
        facts.Unread[0].ShouldStartWith("nodes may not be read: /api/v1/nodes is forbidden");
        facts.Distribution.Name.ShouldBe("kubeadm");
    }

    [Fact]
    public async Task Flannel_is_told_with_its_settings()
    {
        var facts = await Flannel(
                """{"Network":"10.244.0.0/16","Backend":{"Type":"vxlan","VNI":4096,"Port":4789}}"""
            )
            .InspectAsync();

        facts.Cni!.Name.ShouldBe("Flannel");
        facts.Cni.Version.ShouldBe("0.27.4");
        facts.Cni.DaemonSet.ShouldBe("kube-flannel/kube-flannel-ds");
        facts.Cni.Flannel.ShouldBe(
            new FlannelSettings
            {
                ConfigMap = "kube-flannel/kube-flannel-cfg",
                Network = "10.244.0.0/16",
                Backend = "vxlan",
                Vni = 4096,
                Port = 4789,
                CniName = "cbr0",
            }
        );
    }

    [Fact]
    public async Task What_Flannels_settings_leave_out_is_what_Linux_has()
    {
        var facts = await Flannel(
                """{"Network":"10.244.0.0/16","Backend":{"Type":"VXLAN","DirectRouting":true}}"""
            )
            .InspectAsync();

        var settings = facts.Cni!.Flannel!;
        (settings.Backend, settings.Vni, settings.Port).ShouldBe(("vxlan", 1, 8472));
        settings.DirectRouting.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Network":"10.244.0.0/16"}""")]
    public async Task Settings_of_Flannel_that_somebody_broke_are_none(string text)
    {
        var facts = await Flannel(text).InspectAsync();

        facts.Cni!.Name.ShouldBe("Flannel");
        facts.Cni.Flannel.ShouldBeNull();
    }

    [Theory]
    [InlineData("calico-node", "Calico")]
    [InlineData("cilium", "Cilium")]
    [InlineData("canal", "Canal")]
    [InlineData("antrea-agent", "Antrea")]
    public async Task Other_networks_are_told_by_their_DaemonSet(string set, string name)
    {
        var facts = await new SmallCluster()
            .Add(
                Sets,
                $$"""{"metadata":{"name":"{{set}}","namespace":"kube-system"},"spec":{"template":{"spec":{"nodeSelector":{"kubernetes.io/os":"linux"} } } } }"""
            )
            .InspectAsync();

        facts.Cni.ShouldBe(new ClusterCni(name, $"kube-system/{set}", null));
    }

    private static SmallCluster Flannel(string netConf)
    {
        var map = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = "kube-flannel-cfg",
                ["namespace"] = "kube-flannel",
            },
            ["data"] = new JsonObject
            {
                ["net-conf.json"] = netConf,
                ["cni-conf.json"] = """{"name":"cbr0","plugins":[]}""",
            },
        };
        return new SmallCluster()
            .Add("/api/v1/configmaps", map.ToJsonString())
            .Add(
                Sets,
                """{"metadata":{"name":"kube-flannel-ds","namespace":"kube-flannel"},"spec":{"template":{"spec":{"nodeSelector":{"kubernetes.io/os":"linux"},"containers":[{"name":"kube-flannel","image":"ghcr.io/flannel-io/flannel:v0.27.4"}]}}}}"""
            );
    }
}
