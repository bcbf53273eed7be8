using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>Programs for Kubernetes nodes, each with the place where its makers publish it.</summary>
internal static class ReleaseShapes
{
    public static PackageShape Node { get; } =
        new(
            new Key<string>(
                "version",
                "The version of the nodes' kubelet, which may not be newer than the cluster's API server.",
                KubernetesVersionText.Shape
            )
            {
                IsRequired = true,
            },
            "kubernetes-node-windows-amd64.tar.gz",
            v => $"https://dl.k8s.io/v{v}/kubernetes-node-windows-amd64.tar.gz"
        );

    public static PackageShape Containerd { get; } =
        Of(
            "containerd",
            "2.1.5",
            "tar.gz archive for windows-amd64",
            v =>
                $"https://github.com/containerd/containerd/releases/download/v{v}/containerd-{v}-windows-amd64.tar.gz"
        );

    public static PackageShape CniPlugins { get; } =
        Of(
            "the CNI plugins",
            "1.8.0",
            "tgz archive for windows-amd64",
            v =>
                $"https://github.com/containernetworking/plugins/releases/download/v{v}/cni-plugins-windows-amd64-v{v}.tgz"
        );

    public static PackageShape Flannel { get; } =
        Of(
            "Flannel",
            "0.27.4",
            "flanneld.exe",
            v => $"https://github.com/flannel-io/flannel/releases/download/v{v}/flanneld.exe"
        );

    private static PackageShape Of(
        string name,
        string example,
        string what,
        Func<string, string> published
    ) =>
        new(
            new Key<string>(
                "version",
                $"The version of {name}.",
                ReleaseVersionText.Shape($"a version of {name}", example)
            )
            {
                IsRequired = true,
            },
            what,
            published
        );
}
