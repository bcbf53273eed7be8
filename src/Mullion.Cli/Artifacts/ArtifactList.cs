using Mullion.Cli.Output.Documents;
using Mullion.Core.Images;
using Mullion.Core.Specs;

namespace Mullion.Cli.Artifacts;

/// <summary>All that the hosts of a spec need from outside, each once.</summary>
internal static class ArtifactList
{
    public static IReadOnlyList<ArtifactDocument> Of(ClusterSpec spec)
    {
        var images = NodeImages.Of(spec);
        return
        [
            .. Packages(spec)
                .Select(p => Archive(p.Kind, $"{p.Name} {p.Package.Version}", p.Package.Package)),
            .. images
                .Where(i => i.Archive is not null)
                .GroupBy(i => i.Archive!.Sha256)
                .Select(g =>
                    Archive(
                        "image-archive",
                        string.Join(", ", g.Select(i => i.Name.Written)),
                        g.First().Archive!
                    )
                ),
            .. images
                .Where(i => i.Archive is null)
                .Select(i => new ArtifactDocument(
                    "image",
                    i.Name.Written,
                    i.Name.Full,
                    Carried: false,
                    i.Name.Pinned ? i.Name.Version["sha256:".Length..] : null,
                    Bytes: null
                )),
        ];
    }

    private static IEnumerable<(string Kind, string Name, PackageSpec Package)> Packages(
        ClusterSpec spec
    )
    {
        if (spec.Orchestrator is KubernetesSpec kubernetes)
        {
            yield return ("kubernetes", "Kubernetes node binaries", kubernetes.Node);
            yield return ("cni-plugins", "CNI plugins", kubernetes.CniPlugins);
            yield return ("flannel", "flanneld", kubernetes.Flannel.Package);
        }

        if (spec.Containerd is { } containerd)
        {
            yield return ("containerd", "containerd", containerd);
        }

        if (spec.Engine?.Install is { } engine)
        {
            yield return ("engine", "Docker engine", engine);
        }
    }

    private static ArtifactDocument Archive(string kind, string name, ArchiveSpec archive) =>
        new(
            kind,
            name,
            archive.Url ?? archive.Path!.Written,
            Carried: archive.Url is null,
            archive.Sha256,
            archive.Path is { } file ? new FileInfo(file.FullPath).Length : null
        );
}
