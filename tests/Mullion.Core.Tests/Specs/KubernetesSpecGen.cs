using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>Valid specs of Kubernetes clusters.</summary>
internal static class KubernetesSpecGen
{
    public static Gen<ClusterSpec> Cluster { get; } =
        from name in SpecGen.Name()
        from kubernetes in Kubernetes()
        from isContainerd in Gen.Elements(true, false)
        from containerd in Package("1.7.29", "2.1.5")
        from engine in SpecGen.Maybe(SpecGen.Engine())
        from images in SpecGen.Images()
        from registries in SpecGen.Registries()
        from count in Gen.Choose(0, 4)
        from nodes in Gen.CollectToList(Enumerable.Range(0, count), Node)
        select new ClusterSpec
        {
            Metadata = new MetadataSpec { Name = name },
            Orchestrator = kubernetes,
            Runtime = isContainerd ? ContainerRuntime.Containerd : ContainerRuntime.Docker,
            Containerd = isContainerd ? containerd : null,
            Engine = isContainerd ? null : engine,
            Images = images,
            Registries = registries,
            Nodes = nodes,
        };

    private static Gen<KubernetesSpec> Kubernetes() =>
        from kubeconfig in SpecGen.Maybe(SpecGen.FilePath())
        from context in SpecGen.Maybe(Gen.Elements("admin@shop", "a b: c"))
        from node in Package("1.34.2", "1.14.0", "1.27.16")
        from kubectl in Gen.Elements(true, false)
        from cni in Package("1.8.0", "0.8.2")
        from flannel in Package("0.27.4", "0.11.0")
        from backend in Gen.Elements(FlannelBackend.Vxlan, FlannelBackend.HostGw)
        from folder in Gen.Elements(KubernetesSpec.DefaultFolder, @"D:\k", @"C:\Program Files\k8s")
        from way in Join()
        from memory in Gen.Elements("2Gi", "512Mi", "4G")
        from cloud in Gen.Elements(true, false)
        from kubeletArgs in Args()
        from proxyArgs in Args()
        from proxy in SpecGen.Maybe(
            Gen.Elements(
                new ProxySpec { Http = "http://proxy.corp.example:3128" },
                new ProxySpec
                {
                    Https = "https://10.0.0.9",
                    NoProxy = [".corp.example", "10.0.0.0/8", "*.local"],
                }
            )
        )
        select new KubernetesSpec
        {
            Kubeconfig = kubeconfig,
            Context = context,
            Node = node,
            Kubectl = kubectl,
            CniPlugins = cni,
            Flannel = new FlannelSpec { Package = flannel, Backend = backend },
            Folder = folder,
            Join = way,
            Kubelet = new KubeletSpec
            {
                ReservedMemory = memory,
                ExternalCloudProvider = cloud,
                ExtraArgs = kubeletArgs,
            },
            KubeProxyArgs = proxyArgs,
            Proxy = proxy,
        };

    private static Gen<KubernetesJoinSpec> Join() =>
        Gen.OneOf(
            Gen.Constant(new KubernetesJoinSpec()),
            Gen.Constant(
                new KubernetesJoinSpec
                {
                    Method = KubernetesJoinMethod.Kubeadm,
                    Endpoint = new HostPort("api.shop.example", 443),
                }
            ),
            from file in SpecGen.FilePath()
            from method in Gen.Elements(KubernetesJoinMethod.Native, KubernetesJoinMethod.Kubeadm)
            select new KubernetesJoinSpec
            {
                Method = method,
                Endpoint = new HostPort("10.0.0.5", 6443),
                Token = new BootstrapTokenSpec
                {
                    File = file,
                    CaCertHashes =
                    [
                        $"sha256:{new string('a', 64)}",
                        $"sha256:{new string('0', 64)}",
                    ],
                },
            },
            from file in SpecGen.FilePath()
            select new KubernetesJoinSpec
            {
                Method = KubernetesJoinMethod.Kubeconfig,
                Kubeconfig = file,
            }
        );

    private static Gen<PackageSpec> Package(params string[] versions) =>
        from version in Gen.Elements(versions)
        from archive in SpecGen.Archive()
        select new PackageSpec { Version = version, Package = archive };

    private static Gen<IReadOnlyDictionary<string, string>> Args() =>
        Gen.Elements<IReadOnlyDictionary<string, string>>(
            new SortedDictionary<string, string>(StringComparer.Ordinal),
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["feature-gates"] = "WinDSR=true,WinOverlay=true",
                ["v"] = "6",
                ["x1-y"] = "",
            }
        );

    private static Gen<NodeSpec> Node(int number) =>
        from node in SpecGen.Node(number)
        from labels in Gen.Elements<IReadOnlyDictionary<string, string>>(
            new SortedDictionary<string, string>(StringComparer.Ordinal),
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["example.com/rack"] = "a",
                ["os.build"] = "20348",
                ["empty"] = "",
            }
        )
        from taints in Gen.Elements<IReadOnlyList<TaintSpec>>(
            [],
            [
                new TaintSpec("os", "windows", "NoSchedule"),
                new TaintSpec("example.com/x", "", "NoExecute"),
            ]
        )
        select new NodeSpec
        {
            Name = node.Name.ToLowerInvariant(),
            Host = node.Host,
            Interface = node.Interface,
            Labels = labels,
            Taints = taints,
        };
}
