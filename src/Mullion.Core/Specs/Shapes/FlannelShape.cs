using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes.flannel</c> section.</summary>
internal static class FlannelShape
{
    private static readonly Key<FlannelBackend> Backend = new(
        "backend",
        "How packets get from node to node, as the Linux nodes have it: vxlan with VNI 4096 on port 4789, or host-gw where all nodes are in one network.",
        ChoiceText.Shape<FlannelBackend>("backend that Flannel has on Windows", "vxlan", "host-gw")
    )
    {
        IsRequired = true,
    };

    public static readonly ObjectShape<FlannelSpec> Shape = new(
        [.. ReleaseShapes.Flannel.Keys, Backend],
        reader => new FlannelSpec
        {
            Package = ReleaseShapes.Flannel.Read(reader),
            Backend = reader.Get(Backend),
        }
    );
}
