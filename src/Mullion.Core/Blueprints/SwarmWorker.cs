using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Images;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Resources.WindowsFeatures;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;

namespace Mullion.Core.Blueprints;

/// <summary>
/// What a Windows worker of a Docker Swarm needs, from top to bottom. This is the list; everything else is a view of it.
/// </summary>
public static class SwarmWorker
{
    /// <summary>The name under which the join token travels beside the blueprint.</summary>
    public const string TokenSecret = "swarm/worker-token";

    /// <summary>The secrets that its resources name, as far as a plan needs them.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="issuer">Issues engines' certificates; null where the spec asks for none.</param>
    /// <param name="passwords">Those of the spec's registries; null where it names none.</param>
    public static SecretBag Secrets(
        ClusterFacts cluster,
        NodePlan plan,
        IEngineIssuer? issuer = null,
        RegistryPasswords? passwords = null
    ) =>
        new(
            new Dictionary<string, string>([
                .. issuer?.Secrets(plan) ?? new Dictionary<string, string>(),
                .. passwords?.Secrets(plan) ?? [],
            ])
            {
                [TokenSecret] = cluster.WorkerToken,
            }
        );

    /// <summary>The resources of one node.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="node">The node of it.</param>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="host">The host as it is.</param>
    /// <param name="engineTrust">
    /// What <see cref="EngineSpec.Tls"/> makes the engine trust and show; null where the spec has none, or has a generator make it on the host.
    /// </param>
    public static Blueprint Of(
        ClusterSpec spec,
        NodeSpec node,
        ClusterFacts cluster,
        HostFacts host,
        EngineTrust? engineTrust = null
    ) =>
        Of(
            spec,
            node,
            cluster,
            host.Engine,
            [.. host.Interfaces.Where(i => i.External).SelectMany(i => i.Reachable)],
            engineTrust
        );

    /// <summary>The resources of one node, of whose host no more is known than its engine and its addresses.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="node">The node of it.</param>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="there">The engine that the host has; null when it has none.</param>
    /// <param name="addresses">The host's addresses, as far as they are known.</param>
    /// <param name="engineTrust">
    /// What <see cref="EngineSpec.Tls"/> makes the engine trust and show; null where the spec has none, or has a generator make it on the host.
    /// </param>
    public static Blueprint Of(
        ClusterSpec spec,
        NodeSpec node,
        ClusterFacts cluster,
        EngineFacts? there,
        IReadOnlyList<string> addresses,
        EngineTrust? engineTrust = null
    )
    {
        var windows = SwarmHost.Of(spec, node);
        var containers = new WindowsFeature { Name = "Containers", Heading = Heading.Prepare };
        var generator = NodeImages.Generator(spec, containers.Id);
        var engine = WindowsEngine.Of(
            spec,
            node,
            there,
            addresses,
            engineTrust,
            generator,
            containers
        );
        var images = NodeImages.Resources(spec, engine[^1].Id, generator);
        var openings = Openings(spec).ToList();
        var entry = new ClusterNode
        {
            Name = node.Name,
            Heading = Heading.Join,
            ClusterId = cluster.Id,
            After = [engine[^1].Id, .. images.Select(i => i.Id), .. openings.Select(o => o.Id)],
        };
        var membership = Membership(spec, node, cluster, [.. entry.After, entry.Id]);
        var ready = new NodeReady
        {
            Name = node.Name,
            Heading = Heading.Verify,
            After = [membership.Id],
            ArisesFrom = membership.Id,
        };

        return new Blueprint(
            spec.Name,
            node.Name,
            spec.Digest(),
            [
                .. windows,
                containers,
                .. generator is null ? (Resource[])[] : [generator],
                .. engine,
                .. images,
                .. openings,
                entry,
                membership,
                ready,
                .. Labels(spec, node, ready),
            ]
        );
    }

    private static IEnumerable<FirewallOpening> Openings(ClusterSpec spec) =>
        [
            Opening("swarm-2377-tcp", "TCP", "2377", "Swarm management"),
            Opening("swarm-7946-tcp", "TCP", "7946", "Swarm gossip"),
            Opening("swarm-7946-udp", "UDP", "7946", "Swarm gossip"),
            Opening("swarm-4789-udp", "UDP", "4789", "VXLAN overlay"),
            .. spec.Engine?.Tls is { } tls ? WindowsEngine.Openings(tls, spec.AsSwarm().Mke) : [],
        ];

    private static FirewallOpening Opening(
        string name,
        string protocol,
        string port,
        string purpose
    ) =>
        new()
        {
            Name = name,
            Heading = Heading.Network,
            Protocol = protocol,
            LocalPorts = port,
            Purpose = purpose,
        };

    private static SwarmMembership Membership(
        ClusterSpec spec,
        NodeSpec node,
        ClusterFacts cluster,
        IReadOnlyList<string> after
    )
    {
        var addresses = spec.AsSwarm().JoinAddresses;
        return new SwarmMembership
        {
            Name = spec.Name,
            Heading = Heading.Join,
            TokenSecret = TokenSecret,
            RootDigest = cluster.RootDigest,
            Managers =
                addresses.Count > 0
                    ? [.. addresses.Select(a => a.ToString())]
                    : cluster.JoinAddresses,
            ListenAddress = node.ListenAddress.ToString(),
            AdvertiseAddress = node.AdvertiseAddress,
            DataPathAddress = node.DataPathAddress,
            Availability = node.Availability.ToString().ToLowerInvariant(),
            After = after,
        };
    }

    private static IEnumerable<NodeLabel> Labels(ClusterSpec spec, NodeSpec node, NodeReady ready)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (spec.AsSwarm().Mke is not null)
        {
            labels[MkeSpec.SwarmLabel] = "true";
        }

        foreach (var (key, value) in node.Labels)
        {
            labels[key] = value;
        }

        return labels.Select(l => new NodeLabel
        {
            Name = $"{node.Name}/{l.Key}",
            Heading = Heading.Verify,
            Node = node.Name,
            Key = l.Key,
            Value = l.Value,
            After = [ready.Id],
        });
    }
}
