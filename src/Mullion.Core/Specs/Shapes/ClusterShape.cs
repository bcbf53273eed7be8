using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The whole document.</summary>
internal static class ClusterShape
{
    private static readonly Key<string> ApiVersion = new(
        "apiVersion",
        "The version of this format.",
        FixedText.Shape(ClusterSpec.SupportedApiVersion)
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Kind = new(
        "kind",
        "What the document describes.",
        FixedText.Shape(ClusterSpec.SupportedKind)
    )
    {
        IsRequired = true,
    };

    private static readonly Key<MetadataSpec> Metadata = new(
        "metadata",
        "What identifies the cluster.",
        MetadataShape.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<OrchestratorSpec> Orchestrator = new(
        "orchestrator",
        "Who runs the cluster, and how to reach it.",
        OrchestratorShape.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<ContainerRuntime> Runtime = new(
        "runtime",
        "What runs the containers of Kubernetes nodes: containerd, or docker for kubelets up to 1.23.",
        ChoiceText.Shape<ContainerRuntime>("container runtime", "containerd", "docker")
    );

    private static readonly Key<PackageSpec> Containerd = new(
        "containerd",
        "The containerd that Kubernetes nodes shall have.",
        ReleaseShapes.Containerd.Shape
    );

    private static readonly Key<EngineSpec> Engine = new(
        "engine",
        "The container engine that the nodes shall have. Left out, the engine that is there stays as it is.",
        EngineShape.Shape
    );

    private static readonly Key<IReadOnlyList<ImageSpec>> Images = new(
        "images",
        "Images that every node shall have before it joins.",
        new ListShape<ImageSpec>(ImageShape.Shape)
    )
    {
        Default = [],
    };

    private static readonly Key<IReadOnlyList<RegistrySpec>> Registries = new(
        "registries",
        "Registries that want to know who pulls.",
        new ListShape<RegistrySpec>(RegistryShape.Shape)
    )
    {
        Default = [],
    };

    private static readonly Key<IReadOnlyList<NodeSpec>> Nodes = new(
        "nodes",
        "The Windows hosts that shall be nodes; [] for none yet.",
        new ListShape<NodeSpec>(NodeShape.Shape)
    )
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<ClusterSpec> Shape = new(
        [
            ApiVersion,
            Kind,
            Metadata,
            Orchestrator,
            Runtime,
            Containerd,
            Engine,
            Images,
            Registries,
            Nodes,
        ],
        Bind
    );

    private static ClusterSpec Bind(MappingReader reader)
    {
        reader.Get(ApiVersion);
        reader.Get(Kind);
        var orchestrator = reader.Get(Orchestrator)!;
        reader.Reading.Orchestrator = orchestrator;
        var written = reader.Get(Runtime);
        var runtime = orchestrator is KubernetesSpec ? written : ContainerRuntime.Docker;
        CheckRuntime(reader, orchestrator, runtime);
        var engine = reader.Get(Engine);
        if (
            engine?.Tls is { Source: UcpGenerator }
            && orchestrator is SwarmSpec { Mke: null } or KubernetesSpec
        )
        {
            reader.Refuse(
                Engine,
                "tls.generator: ucp needs to know which UCP or MKE it is",
                "Add orchestrator.swarm.mke with its version, or use tls.caKey.",
                showValue: false
            );
        }

        return new ClusterSpec
        {
            Metadata = reader.Get(Metadata)!,
            Orchestrator = orchestrator,
            Runtime = runtime,
            Containerd = reader.Get(Containerd),
            Engine = engine,
            Images = reader.Get(Images)!,
            Registries = reader.Get(Registries)!,
            Nodes = reader.Get(Nodes)!,
        };
    }

    /// <summary>What runs containers goes with who runs the cluster.</summary>
    private static void CheckRuntime(
        MappingReader reader,
        OrchestratorSpec? orchestrator,
        ContainerRuntime runtime
    )
    {
        switch (orchestrator, runtime)
        {
            case (SwarmSpec, _):
                RefuseWhereSet(
                    reader,
                    [Runtime, Containerd],
                    "workers of a swarm have Docker",
                    "Remove it; the engine stands in engine."
                );
                break;
            case (KubernetesSpec, ContainerRuntime.Containerd):
                reader.Require(Containerd);
                RefuseWhereSet(
                    reader,
                    [Engine],
                    "engine is Docker's, and runtime is containerd",
                    "Remove it; or write runtime: docker, for a kubelet up to 1.23."
                );
                break;
            case (KubernetesSpec, _):
                RefuseWhereSet(
                    reader,
                    [Containerd],
                    "runtime is docker",
                    "Remove it; or write runtime: containerd."
                );
                break;
        }
    }

    private static void RefuseWhereSet(
        MappingReader reader,
        IEnumerable<IKey> keys,
        string reason,
        string fix
    )
    {
        foreach (var key in keys.Where(reader.Has))
        {
            reader.Refuse(key, reason, fix, showValue: false);
        }
    }
}
