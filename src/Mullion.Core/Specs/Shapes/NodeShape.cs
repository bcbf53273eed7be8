using System.Collections.ObjectModel;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>An entry of <c>nodes</c>.</summary>
internal static class NodeShape
{
    private static readonly Key<string> Name = new("name", "The name of the node.", NameText.Shape)
    {
        IsRequired = true,
    };

    private static readonly Key<HostReference> Host = new(
        "host",
        "How the host is reached: lab:NAME, a simulated host; ssh:user@host, local and agent come later.",
        HostText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<InterfaceSpec> Interface = new(
        "interface",
        "The network interface for cluster traffic, by exactly one of its properties. Left out, the only one that could be meant.",
        InterfaceShape.Shape
    );

    private static readonly Key<HostPort> ListenAddress = new(
        "listenAddress",
        "The address and port on which the swarm listens.",
        HostPortText.Listen
    )
    {
        Default = NodeSpec.DefaultListenAddress,
    };

    private static readonly Key<string> AdvertiseAddress = new(
        "advertiseAddress",
        "The address that is told to the other nodes. Left out, the engine chooses.",
        Ipv4Text.Shape
    );

    private static readonly Key<string> DataPathAddress = new(
        "dataPathAddress",
        "The address for overlay traffic. Left out, the advertised one.",
        Ipv4Text.Shape
    );

    private static readonly Key<NodeAvailability> Availability = new(
        "availability",
        "Whether the node takes tasks when it joins. A change made later on the cluster is respected.",
        AvailabilityText.Shape
    );

    private static readonly Key<IReadOnlyDictionary<string, string>> Labels = new(
        "labels",
        "Labels of the node: in a swarm on the manager, as node.labels.KEY in constraints; in Kubernetes on the node object.",
        LabelsShape.Shape
    )
    {
        Default = ReadOnlyDictionary<string, string>.Empty,
    };

    private static readonly Key<IReadOnlyList<TaintSpec>> Taints = new(
        "taints",
        "Taints of the node, in Kubernetes: they keep away pods that do not tolerate them, such as those that were written for Linux.",
        new ListShape<TaintSpec>(TaintText.Shape)
    )
    {
        Default = [],
    };

    public static readonly ObjectShape<NodeSpec> Shape = new(
        [
            Name,
            Host,
            Interface,
            ListenAddress,
            AdvertiseAddress,
            DataPathAddress,
            Availability,
            Labels,
            Taints,
        ],
        Bind
    );

    private static NodeSpec Bind(MappingReader reader)
    {
        var node = new NodeSpec
        {
            Name = reader.Get(Name)!,
            Host = reader.Get(Host)!,
            Interface = reader.Get(Interface),
            ListenAddress = reader.Get(ListenAddress)!,
            AdvertiseAddress = reader.Get(AdvertiseAddress),
            DataPathAddress = reader.Get(DataPathAddress),
            Availability = reader.Get(Availability),
            Labels = reader.Get(Labels)!,
            Taints = reader.Get(Taints)!,
        };
        if (node.Host is { Scheme: not HostScheme.Lab } later)
        {
            reader.Refuse(
                Host,
                $"{later.Scheme.ToString().ToLowerInvariant()} hosts are not available yet in this version",
                "Use lab:NAME."
            );
        }

        if (reader.Reading.Orchestrator is KubernetesSpec)
        {
            KubernetesNodeRules.Check(
                reader,
                Name,
                Labels,
                [ListenAddress, AdvertiseAddress, DataPathAddress, Availability],
                node
            );
        }
        else if (reader.Has(Taints))
        {
            reader.Refuse(
                Taints,
                "nodes of a swarm have no taints",
                "Remove it; label the node, and constrain services.",
                showValue: false
            );
        }

        ClaimWhatIsUnique(reader, node);
        return node;
    }

    private static void ClaimWhatIsUnique(MappingReader reader, NodeSpec node)
    {
        reader.Claim(
            Name,
            "node name",
            node.Name?.ToLowerInvariant(),
            "Give each node a name of its own; upper and lower case do not count."
        );
        reader.Claim(
            Host,
            "host",
            node.Host?.ToString().ToLowerInvariant(),
            "A host can be one node only: name another host, or remove one of the two nodes."
        );
        reader.Claim(
            AdvertiseAddress,
            "advertised address",
            node.AdvertiseAddress,
            "Write the address of this host."
        );
        reader.Claim(
            DataPathAddress,
            "data path address",
            node.DataPathAddress,
            "Write the address of this host."
        );
    }
}
