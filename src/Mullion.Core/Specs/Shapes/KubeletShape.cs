using System.Collections.Frozen;
using System.Collections.ObjectModel;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes.kubelet</c> section.</summary>
internal static class KubeletShape
{
    private static readonly FrozenDictionary<string, string> Own = new Dictionary<string, string>
    {
        ["bootstrap-kubeconfig"] = "Remove it.",
        ["kubeconfig"] = "Remove it.",
        ["config"] = "Remove it: the kubelet's settings are those of the cluster.",
        ["cert-dir"] = "Remove it.",
        ["cloud-provider"] = "Write externalCloudProvider: true instead.",
        ["container-runtime"] = "Write runtime instead.",
        ["container-runtime-endpoint"] = "Write runtime instead.",
        ["hostname-override"] = "Remove it: a node goes by its name in nodes.",
        ["network-plugin"] = "Remove it.",
        ["node-ip"] = "Write the node's interface instead.",
        ["node-labels"] = "Write the node's labels instead.",
        ["pod-infra-container-image"] =
            "Remove it: the pause image is chosen by the build of the host.",
        ["register-with-taints"] = "Write the node's taints instead.",
        ["windows-service"] = "Remove it.",
    }.ToFrozenDictionary();

    private static readonly Key<string> ReservedMemory = new(
        "reservedMemory",
        "Memory that pods do not get. Windows kills nothing when memory runs out: leave it some.",
        QuantityText.Memory
    )
    {
        Default = KubeletSpec.DefaultReservedMemory,
    };

    private static readonly Key<bool> ExternalCloudProvider = new(
        "externalCloudProvider",
        "Whether a cloud's controller manager gives the nodes their addresses and labels.",
        SwitchText.Shape
    );

    private static readonly Key<IReadOnlyDictionary<string, string>> ExtraArgs = new(
        "extraArgs",
        "Further flags of the kubelet, by their names without --.",
        FlagsShape.Of("the kubelet", Own)
    )
    {
        Default = ReadOnlyDictionary<string, string>.Empty,
    };

    public static readonly ObjectShape<KubeletSpec> Shape = new(
        [ReservedMemory, ExternalCloudProvider, ExtraArgs],
        reader => new KubeletSpec
        {
            ReservedMemory = reader.Get(ReservedMemory)!,
            ExternalCloudProvider = reader.Get(ExternalCloudProvider),
            ExtraArgs = reader.Get(ExtraArgs)!,
        }
    );
}
