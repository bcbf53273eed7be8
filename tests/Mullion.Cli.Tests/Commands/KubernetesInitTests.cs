using Mullion.Cli.Hosting;
using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Testing;

namespace Mullion.Cli.Tests.Commands;

/// <summary><c>mullion init --kubeconfig</c>.</summary>
public sealed class KubernetesInitTests : IDisposable
{
    private readonly CliLab _lab = new();
    private KubeconfigChoice? _asked;

    public KubernetesInitTests()
    {
        File.Delete(_lab.Spec);
        Answer(Cluster);
    }

    private static KubernetesFacts Cluster { get; } =
        new()
        {
            Id = "d6f8627d",
            Version = "v1.33.4+vendor.1",
            Server = new Uri("https://10.0.0.5:6443"),
            Distribution = new Distribution("kubeadm"),
            Addresses = new ClusterAddresses(
                ["10.96.0.0/12"],
                ["10.244.0.0/16"],
                "10.96.0.10",
                "cluster.local"
            ),
            Cni = new ClusterCni(
                "Flannel",
                "kube-flannel/kube-flannel-ds",
                new FlannelSettings
                {
                    ConfigMap = "kube-flannel/kube-flannel-cfg",
                    Backend = "vxlan",
                }
            )
            {
                Version = "0.26.1",
            },
            Landing = [new LandingDaemonSet("mon", "agent", ["agent:1"], ToleratesTaint: false)],
        };

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task What_the_cluster_knows_is_written_and_what_is_in_the_way_is_told()
    {
        (
            await _lab.RunAsync(
                "init",
                "--kubeconfig",
                Path.Combine(_lab.Folder, "admin.conf"),
                "--context",
                "a\nb",
                "--name",
                "shop"
            )
        ).ShouldBe(0, _lab.Screen);

        _asked!.Context.ShouldBe("a\nb");
        Snapshot.Match(_lab.Screen + "---\n" + Written(), "init-kubernetes");
    }

    [Fact]
    public async Task It_lacks_the_checksums_and_nothing_else()
    {
        await _lab.RunAsync("init", "--kubeconfig", Path.Combine(_lab.Folder, "admin.conf"));
        await File.WriteAllTextAsync(Path.Combine(_lab.Folder, "admin.conf"), "");

        (await _lab.RunAsync("validate")).ShouldBe(2);
        _lab.Screen.Split("package.sha256").Length.ShouldBe(5, _lab.Screen);

        await File.WriteAllTextAsync(
            _lab.Spec,
            Written().Replace("sha256: \"\"", $"sha256: {new string('a', 64)}")
        );
        (await _lab.RunAsync("validate")).ShouldBe(0, _lab.Screen);
        (await _lab.RunAsync("artifacts", "list")).ShouldBe(0, _lab.Screen);
        _lab.Out.ShouldContain("v0.26.1/flanneld.exe");
        _lab.Out.ShouldContain("v1.33.4/kubernetes-node-windows-amd64.tar.gz");
    }

    [Fact]
    public async Task A_cluster_that_runs_its_nodes_itself_gets_no_file()
    {
        Answer(
            Cluster with
            {
                Distribution = new Distribution("RKE2", "its agent does", "Use rke2.exe."),
            }
        );

        (await _lab.RunAsync("init", "--kubeconfig")).ShouldBe(3);

        _lab.Error.ShouldContain("is one of RKE2");
        _lab.Error.ShouldContain("Use rke2.exe.");
        File.Exists(_lab.Spec).ShouldBeFalse();
        _asked.ShouldBe(new KubeconfigChoice(null, null));
    }

    [Fact]
    public async Task Offline_asks_nobody()
    {
        (await _lab.RunAsync("init", "--offline", "--kubeconfig")).ShouldBe(0, _lab.Screen);

        _asked.ShouldBeNull();
        Written().ShouldContain("# kubeconfig: admin.conf");
        Written().ShouldContain("version: \"1.34.2\"");
    }

    [Fact]
    public async Task Programs_read_the_findings()
    {
        (await _lab.RunAsync("init", "--kubeconfig", "-o", "json")).ShouldBe(0, _lab.Screen);

        var json = _lab.Json();
        json.GetProperty("kubernetesId").GetString().ShouldBe("d6f8627d");
        json.GetProperty("findings")
            .EnumerateArray()
            .Select(f => $"{f.GetProperty("severity")} {f.GetProperty("id")}")
            .ShouldContain("refuse flannel-vxlan");
    }

    [Fact]
    public async Task A_manager_and_a_kubeconfig_exclude_each_other()
    {
        (await _lab.RunAsync("init", "--kubeconfig", "a", "--manager", "context:b")).ShouldBe(2);
        File.Exists(_lab.Spec).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_forced()
    {
        await File.WriteAllTextAsync(_lab.Spec, "mine");

        (await _lab.RunAsync("init", "--kubeconfig")).ShouldBe(3);

        Written().ShouldBe("mine");
        _asked.ShouldBeNull();
    }

    private string Written() => File.ReadAllText(_lab.Spec);

    private void Answer(KubernetesFacts facts) =>
        _lab.InspectKubernetes = choice =>
        {
            _asked = choice;
            return Task.FromResult(facts);
        };
}
