namespace Mullion.Core.Specs;

/// <summary>The archives that a spec names, wherever in it they stand.</summary>
public static class SpecArchives
{
    /// <summary>Every one, in the order of the file.</summary>
    public static IReadOnlyList<ArchiveSpec> All(ClusterSpec spec)
    {
        var all = new List<ArchiveSpec>();
        Replace(
            spec,
            (_, archive) =>
            {
                all.Add(archive);
                return archive;
            }
        );
        return all;
    }

    /// <summary>The same spec with each archive replaced.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="replace">Takes the key under which it stands, such as <c>engine.package</c>, and the archive.</param>
    public static ClusterSpec Replace(
        ClusterSpec spec,
        Func<string, ArchiveSpec, ArchiveSpec> replace
    ) =>
        spec with
        {
            Orchestrator = spec.Orchestrator is KubernetesSpec kubernetes
                ? Replace(kubernetes, replace)
                : spec.Orchestrator,
            Containerd = spec.Containerd is { } containerd
                ? Replace("containerd", containerd, replace)
                : null,
            Engine = spec.Engine is { Install: { } install } engine
                ? engine with
                {
                    Install = Replace("engine", install, replace),
                }
                : spec.Engine,
            Images =
            [
                .. spec.Images.Select(i =>
                    i.Archive is { } archive
                        ? i with
                        {
                            Archive = replace("images[].archive", archive),
                        }
                        : i
                ),
            ],
        };

    private static KubernetesSpec Replace(
        KubernetesSpec kubernetes,
        Func<string, ArchiveSpec, ArchiveSpec> replace
    )
    {
        const string Section = "orchestrator.kubernetes";
        return kubernetes with
        {
            Node = Replace(Section, kubernetes.Node, replace),
            CniPlugins = Replace($"{Section}.cniPlugins", kubernetes.CniPlugins, replace),
            Flannel = kubernetes.Flannel with
            {
                Package = Replace($"{Section}.flannel", kubernetes.Flannel.Package, replace),
            },
        };
    }

    private static PackageSpec Replace(
        string section,
        PackageSpec package,
        Func<string, ArchiveSpec, ArchiveSpec> replace
    ) => package with { Package = replace($"{section}.package", package.Package) };
}
