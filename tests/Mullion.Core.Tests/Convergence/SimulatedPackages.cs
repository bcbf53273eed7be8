using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Resources;
using Mullion.Core.Resources.Programs;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Packages of programs as their makers pack them, with something else inside.</summary>
internal static class SimulatedPackages
{
    public const string Folder = @"C:\ProgramData\Kubernetes";

    /// <summary>What the programs of Kubernetes fill by themselves.</summary>
    public const string Filled = @"C:\var\lib\kubelet";

    /// <summary>A package and the resource that wants it.</summary>
    public sealed record Sample(ProgramPackage Resource, byte[] Content);

    /// <summary>kubernetes-node-windows-amd64.tar.gz: what is wanted lies deep in it, beside what is not.</summary>
    public static Sample Node(string version = "1.34.2") =>
        Of(
            "kubernetes",
            "Kubernetes node binaries",
            version,
            new PackageLayout(
                PackageFormat.TarGz,
                "kubernetes/node/bin",
                ["kubelet.exe", "kube-proxy.exe"],
                ["kubectl.exe"],
                "kubernetes-node-windows-amd64.tar.gz of the release",
                "orchestrator.kubernetes.package"
            ),
            TarGz(
                ("kubernetes/LICENSES", "text"),
                ("kubernetes/node/bin/kube-proxy.exe", $"MZ kube-proxy {version}"),
                ("kubernetes/node/bin/kubectl.exe", $"MZ kubectl {version}"),
                ("kubernetes/node/bin/kubelet.exe", $"MZ kubelet {version}"),
                ("kubernetes/kubernetes-src.tar.gz", "source")
            ),
            runBy: ["kubelet", "kube-proxy"]
        );

    /// <summary>cni-plugins-windows-amd64.tgz: all at the top, by relative paths.</summary>
    public static Sample Cni { get; } =
        Of(
            "cni",
            "CNI plugins",
            "1.9.0",
            new PackageLayout(
                PackageFormat.TarGz,
                "",
                ["win-overlay.exe"],
                [],
                "cni-plugins-windows-amd64 archive of the release",
                "orchestrator.kubernetes.cniPlugins.package"
            ),
            TarGz(("./win-overlay.exe", "MZ win-overlay"), ("./host-local.exe", "MZ host-local"))
        );

    /// <summary>flanneld.exe, as it is.</summary>
    public static Sample Flannel { get; } =
        Of(
            "flannel",
            "flanneld",
            "0.27.4",
            new PackageLayout(
                PackageFormat.Program,
                "",
                ["flanneld.exe"],
                [],
                "flanneld.exe of the release",
                "orchestrator.kubernetes.flannel.package"
            ),
            Encoding.UTF8.GetBytes("MZ flanneld"),
            carried: true
        );

    public static IReadOnlyList<Sample> All => [Node(), Cni, Flannel];

    /// <summary>What an administrator's machine has of it, to be carried over.</summary>
    public static Stream? Open(string sha256) =>
        All.FirstOrDefault(p => p.Resource.Sha256 == sha256) is { } sample
            ? new MemoryStream(sample.Content)
            : null;

    public static byte[] TarGz(params (string Path, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.NoCompression, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (path, text) in files)
            {
                tar.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, path)
                    {
                        ModificationTime = DateTimeOffset.UnixEpoch,
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    }
                );
            }
        }

        return buffer.ToArray();
    }

    private static Sample Of(
        string name,
        string product,
        string version,
        PackageLayout layout,
        byte[] content,
        string[]? runBy = null,
        bool carried = false
    ) =>
        new(
            new ProgramPackage
            {
                Name = name,
                Heading = Heading.Runtime,
                Product = product,
                Version = version,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                Url = carried ? null : $"https://example.invalid/{name}-{version}",
                Folder = $@"{Folder}\{name}",
                Layout = layout,
                RunBy = runBy ?? [],
                Fills = name == "kubernetes" ? [Filled] : [],
            },
            content
        );
}
