using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>The parts of a spec that a Kubernetes cluster alone has, and what goes with what.</summary>
public sealed class KubernetesSpecTests
{
    private const string Sha = Spec.Checksum;

    private const string Containerd =
        $"containerd: {{ version: 2.1.5, package: {{ sha256: {Sha} }} }}";

    private const string Cni = $"cniPlugins: {{ version: 1.8.0, package: {{ sha256: {Sha} }} }}";

    private const string Flannel =
        $"flannel: {{ version: 0.27.4, backend: vxlan, package: {{ sha256: {Sha} }} }}";

    private const string Least = $"version: 1.34.2, package: {{ sha256: {Sha} }}, {Cni}, {Flannel}";

    [Fact]
    public void Versions_and_checksums_are_enough()
    {
        var spec = Spec.LoadValid(Cluster(Least, Containerd));

        var kubernetes = spec.Orchestrator.ShouldBeOfType<KubernetesSpec>();
        spec.Runtime.ShouldBe(ContainerRuntime.Containerd);
        new[]
        {
            kubernetes.Node,
            kubernetes.CniPlugins,
            kubernetes.Flannel.Package,
            spec.Containerd!,
        }
            .Select(p => p.Package.Url)
            .ShouldBe([
                "https://dl.k8s.io/v1.34.2/kubernetes-node-windows-amd64.tar.gz",
                "https://github.com/containernetworking/plugins/releases/download/v1.8.0/cni-plugins-windows-amd64-v1.8.0.tgz",
                "https://github.com/flannel-io/flannel/releases/download/v0.27.4/flanneld.exe",
                "https://github.com/containerd/containerd/releases/download/v2.1.5/containerd-2.1.5-windows-amd64.tar.gz",
            ]);
        kubernetes.Folder.ShouldBe(@"C:\ProgramData\Kubernetes");
        kubernetes.Join.Method.ShouldBe(KubernetesJoinMethod.Native);
        kubernetes.Kubelet.ReservedMemory.ShouldBe("2Gi");
        spec.ToString().ShouldBe("cluster shop");
    }

    [Fact]
    public void A_package_from_elsewhere_stays_as_it_is_written()
    {
        var spec = Spec.LoadValid(
            Cluster(
                Least.Replace(
                    $"1.34.2, package: {{ sha256: {Sha} }}",
                    "1.34.2, package: { path: node.tgz }"
                ),
                Containerd
            )
        );

        var package = ((KubernetesSpec)spec.Orchestrator).Node.Package;
        package.Url.ShouldBeNull();
        package.Path!.Written.ShouldBe("node.tgz");
    }

    [Theory]
    [InlineData("version: 1.13.9", "Windows nodes are stable from Kubernetes 1.14 on")]
    [InlineData("version: v1.34.2", "Write 1.34.2.")]
    [InlineData("version: 1.34", "Write all three numbers")]
    [InlineData("package: {}", "nothing is downloaded unchecked")]
    [InlineData("folder: Kubernetes", "this is no folder below a drive")]
    [InlineData(@"folder: 'C:\'", "this is no folder below a drive")]
    [InlineData(@"folder: 'C:\a\..\b'", "Windows has no such path")]
    [InlineData(@"folder: 'C:\a|b'", "Windows has no such path")]
    [InlineData("kubelet: { reservedMemory: 2 GB }", "this is no amount of memory")]
    [InlineData("kubelet: { extraArgs: { --v: 4 } }", "Write v.")]
    [InlineData("kubelet: { extraArgs: { V: 4 } }", "the kubelet has no such flags")]
    [InlineData(
        "kubelet: { extraArgs: { node-ip: 10.0.0.1 } }",
        "Write the node's interface instead"
    )]
    [InlineData("kubeProxyArgs: { source-vip: 10.0.0.1 }", "it is reserved on the host")]
    [InlineData("kubectl: yes", "Write true or false.")]
    [InlineData("proxy: {}", "Add http, https, or both.")]
    [InlineData("proxy: { http: proxy }", "Write http://host:port.")]
    [InlineData("proxy: { http: 'http://p:1', noProxy: ['a,b'] }", "each in an item of its own")]
    [InlineData("join: { method: kubeconfig }", "the key is missing")]
    [InlineData("join: { kubeconfig: kc }", "Add method: kubeconfig")]
    [InlineData("join: { method: ssh }", "Write native, kubeadm or kubeconfig.")]
    [InlineData("join: { token: { file: t } }", "the key is missing")]
    [InlineData(
        "join: { token: { file: t, caCertHashes: 'sha256:1' }, endpoint: a }",
        "64 hexadecimal digits"
    )]
    public void What_cannot_be_is_refused_with_what_to_do(string wrong, string words)
    {
        var key = wrong[..wrong.IndexOf(':', StringComparison.Ordinal)];
        var rest = key switch
        {
            "version" => Least[(Least.IndexOf(", ", StringComparison.Ordinal) + 2)..],
            "package" => "version: 1.34.2"
                + Least[Least.IndexOf(", cni", StringComparison.Ordinal)..],
            _ => Least,
        };

        var result = Spec.Load(Cluster($"{wrong}, {rest}", Containerd));

        result.Spec.ShouldBeNull();
        result.Errors.ShouldContain(
            e => e.ToString().Contains(words),
            string.Join('\n', result.Errors)
        );
    }

    [Theory]
    [InlineData("", "Add containerd")]
    [InlineData($"{Containerd}\nengine: {{}}", "runtime is containerd")]
    [InlineData($"runtime: docker\n{Containerd}", "runtime is docker")]
    [InlineData($"runtime: podman\n{Containerd}", "Write containerd or docker.")]
    public void The_runtime_goes_with_its_section(string lines, string words) =>
        Spec.Load(Cluster(Least, lines))
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldContain(words);

    [Fact]
    public void Docker_may_be_the_one_that_is_there() =>
        Spec.LoadValid(Cluster(Least, "runtime: docker")).Runtime.ShouldBe(ContainerRuntime.Docker);

    [Theory]
    [InlineData("runtime: docker", "workers of a swarm have Docker")]
    [InlineData(Containerd, "workers of a swarm have Docker")]
    public void A_swarm_has_neither(string line, string words) =>
        Spec.Load($"{Spec.Minimal}\n{line}").Errors.ShouldHaveSingleItem().Reason.ShouldBe(words);

    [Fact]
    public void It_is_one_orchestrator() =>
        Spec.Load(Spec.Minimal.Replace("{ swarm:", $"{{ kubernetes: {{ {Least} }}, swarm:"))
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("swarm and kubernetes exclude each other");

    [Theory]
    [InlineData("name: Win-1", "Write win-1")]
    [InlineData("name: a, labels: { 'a b': c }", "takes no label a b")]
    [InlineData("name: a, labels: { 'Corp.example/rack': c }", "no DNS name in lower case")]
    [InlineData("name: a, labels: { rack: '-x' }", "no such value of the label rack")]
    [InlineData("name: a, taints: [os=windows]", "the effect is missing")]
    [InlineData("name: a, taints: ['os=windows:NoSchedul']", "Did you mean NoSchedule?")]
    [InlineData("name: a, taints: ['=windows:NoSchedule']", "1 to 63 letters")]
    [InlineData("name: a, availability: drain", "mullion node cordon")]
    [InlineData(
        "name: a, advertiseAddress: 10.0.0.1",
        "the node's address is that of its interface"
    )]
    public void A_node_of_Kubernetes_is_not_one_of_a_swarm(string node, string words) =>
        Spec.Load(Cluster(Least, Containerd, $"[{{ {node}, host: 'lab:a' }}]"))
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldContain(words);

    [Fact]
    public void A_node_of_a_swarm_has_no_taints() =>
        Spec.Load(Spec.Node("taints: ['os=windows:NoSchedule']"))
            .Errors.ShouldHaveSingleItem()
            .Reason.ShouldBe("nodes of a swarm have no taints");

    [Fact]
    public void A_password_in_a_proxy_is_never_repeated()
    {
        var errors = Spec.Load(
            Cluster($"{Least}, proxy: {{ http: 'http://ann:geheim-4711@proxy:3128' }}", Containerd)
        ).Errors;

        errors.ShouldHaveSingleItem().ToString().ShouldContain("carries a password");
        errors.ShouldAllBe(e => !e.ToString().Contains("geheim-4711"));
    }

    [Fact]
    public void What_is_done_to_swarms_says_so()
    {
        var error = Should.Throw<MullionException>(() =>
            Spec.LoadValid(Cluster(Least, Containerd)).AsSwarm()
        );

        error.Message.ShouldContain("The cluster shop is a Kubernetes cluster");
        error.Fix.ShouldNotBeNullOrEmpty();
    }

    private static string Cluster(string kubernetes, string lines, string nodes = "[]") =>
        $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator: { kubernetes: { {{kubernetes}} } }
            nodes: {{nodes}}
            {{lines}}
            """;
}
