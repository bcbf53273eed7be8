using Mullion.Cli.Tests.Fakes;

namespace Mullion.Cli.Tests.Commands;

/// <summary>A file of a Kubernetes cluster: what can be said of it without reaching anybody, and what is for swarms alone.</summary>
public sealed class KubernetesSpecCommandTests : IDisposable
{
    private static readonly string Digest = new('a', 64);
    private readonly CliLab _lab = new();

    public KubernetesSpecCommandTests()
    {
        File.WriteAllBytes(Path.Combine(_lab.Folder, "cni.tgz"), new byte[1234]);
        File.WriteAllText(
            _lab.Spec,
            $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator:
              kubernetes:
                version: 1.34.2
                package: { sha256: {{Digest}} }
                cniPlugins: { version: 1.8.0, package: { path: cni.tgz } }
                flannel: { version: 0.27.4, backend: vxlan, package: { sha256: {{Digest}} } }
            containerd: { version: 2.1.5, package: { sha256: {{Digest}} } }
            nodes: [{ name: win-1, host: 'lab:win-1' }]

            """
        );
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Its_artifacts_are_the_packages_of_its_nodes()
    {
        (await _lab.RunAsync("artifacts", "list", "-o", "json")).ShouldBe(0, _lab.Screen);

        _lab.Json()
            .GetProperty("artifacts")
            .EnumerateArray()
            .Select(a => $"{a.GetProperty("kind")} {a.GetProperty("name")} {a.GetProperty("from")}")
            .ShouldBe([
                "kubernetes Kubernetes node binaries 1.34.2 https://dl.k8s.io/v1.34.2/kubernetes-node-windows-amd64.tar.gz",
                "cni-plugins CNI plugins 1.8.0 cni.tgz",
                "flannel flanneld 0.27.4 https://github.com/flannel-io/flannel/releases/download/v0.27.4/flanneld.exe",
                "containerd containerd 2.1.5 https://github.com/containerd/containerd/releases/download/v2.1.5/containerd-2.1.5-windows-amd64.tar.gz",
            ]);
        // Of a file that is carried, the checksum is that of what lies there.
        _lab.Json()
            .GetProperty("artifacts")[1]
            .GetProperty("sha256")
            .GetString()!
            .Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("apply", "--yes")]
    [InlineData("node", "ls")]
    [InlineData("node", "script", "win-1")]
    [InlineData("token", "show")]
    public async Task What_is_done_to_swarms_is_not_done_to_it(params string[] line)
    {
        (await _lab.RunAsync(line)).ShouldBe(1, _lab.Screen);

        _lab.Error.ShouldContain("The cluster shop is a Kubernetes cluster");
    }
}
