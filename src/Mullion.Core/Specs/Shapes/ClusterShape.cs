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
        [ApiVersion, Kind, Metadata, Orchestrator, Engine, Images, Registries, Nodes],
        Bind
    );

    private static ClusterSpec Bind(MappingReader reader)
    {
        reader.Get(ApiVersion);
        reader.Get(Kind);
        var orchestrator = reader.Get(Orchestrator)!;
        var engine = reader.Get(Engine);
        if (engine?.Tls is { Source: UcpGenerator } && orchestrator is { Swarm: { Mke: null } })
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
            Engine = engine,
            Images = reader.Get(Images)!,
            Registries = reader.Get(Registries)!,
            Nodes = reader.Get(Nodes)!,
        };
    }
}
