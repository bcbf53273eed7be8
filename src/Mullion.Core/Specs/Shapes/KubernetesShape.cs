using System.Collections.Frozen;
using System.Collections.ObjectModel;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.kubernetes</c> section.</summary>
internal static class KubernetesShape
{
    private static readonly FrozenDictionary<string, string> OwnOfKubeProxy = new Dictionary<
        string,
        string
    >
    {
        ["config"] = "Remove it: kube-proxy's settings are those of the cluster.",
        ["cluster-cidr"] = "Remove it: the cluster says it.",
        ["hostname-override"] = "Remove it: a node goes by its name in nodes.",
        ["kubeconfig"] = "Remove it.",
        ["network-name"] = "Remove it: it follows from flannel.backend.",
        ["proxy-mode"] = "Remove it: on Windows there is kernelspace alone.",
        ["source-vip"] = "Remove it: it is reserved on the host.",
        ["windows-service"] = "Remove it.",
    }.ToFrozenDictionary();

    private static readonly Key<FileReference> Kubeconfig = new(
        "kubeconfig",
        "The administrator's kubeconfig. Left out, KUBECONFIG or ~/.kube/config, as for kubectl. It stays on the machine on which Mullion runs.",
        new FileShape()
    );

    private static readonly Key<string> Context = new(
        "context",
        "The context of the kubeconfig. Left out, its current one.",
        new TextShape<string>("the name of a context", text => text)
    );

    private static readonly Key<bool> Kubectl = new(
        "kubectl",
        "Whether nodes get kubectl.exe too.",
        SwitchText.Shape
    );

    private static readonly Key<PackageSpec> CniPlugins = new(
        "cniPlugins",
        "The CNI plugins for Windows.",
        ReleaseShapes.CniPlugins.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<FlannelSpec> Flannel = new(
        "flannel",
        "The network between nodes, as the cluster's Linux nodes have it.",
        FlannelShape.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Folder = new(
        "folder",
        "Where programs and their settings go on the hosts.",
        WindowsFolderText.Shape
    )
    {
        Default = KubernetesSpec.DefaultFolder,
    };

    private static readonly Key<KubernetesJoinSpec> Join = new(
        "join",
        "How nodes join.",
        KubernetesJoinShape.Shape
    )
    {
        Default = new KubernetesJoinSpec(),
    };

    private static readonly Key<KubeletSpec> Kubelet = new(
        "kubelet",
        "Settings of the kubelet beside those that the cluster gives.",
        KubeletShape.Shape
    )
    {
        Default = new KubeletSpec(),
    };

    private static readonly Key<IReadOnlyDictionary<string, string>> KubeProxyArgs = new(
        "kubeProxyArgs",
        "Further flags of kube-proxy, by their names without --.",
        FlagsShape.Of("kube-proxy", OwnOfKubeProxy)
    )
    {
        Default = ReadOnlyDictionary<string, string>.Empty,
    };

    private static readonly Key<ProxySpec> Proxy = new(
        "proxy",
        "How the services of a node reach the world outside. Left out, directly.",
        ProxyShape.Shape
    );

    public static readonly ObjectShape<KubernetesSpec> Shape = new(
        [
            Kubeconfig,
            Context,
            .. ReleaseShapes.Node.Keys,
            Kubectl,
            CniPlugins,
            Flannel,
            Folder,
            Join,
            Kubelet,
            KubeProxyArgs,
            Proxy,
        ],
        reader => new KubernetesSpec
        {
            Kubeconfig = reader.Get(Kubeconfig),
            Context = reader.Get(Context),
            Node = ReleaseShapes.Node.Read(reader),
            Kubectl = reader.Get(Kubectl),
            CniPlugins = reader.Get(CniPlugins)!,
            Flannel = reader.Get(Flannel)!,
            Folder = reader.Get(Folder)!,
            Join = reader.Get(Join)!,
            Kubelet = reader.Get(Kubelet)!,
            KubeProxyArgs = reader.Get(KubeProxyArgs)!,
            Proxy = reader.Get(Proxy),
        }
    );
}
