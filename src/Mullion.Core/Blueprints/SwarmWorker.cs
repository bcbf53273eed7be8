using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Resources.Services;
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

    /// <summary>The secrets that its resources name.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    public static SecretBag Secrets(ClusterFacts cluster) =>
        new(new Dictionary<string, string> { [TokenSecret] = cluster.WorkerToken });

    /// <summary>The resources of one node.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="node">The node of it.</param>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="host">The host as it is.</param>
    public static Blueprint Of(
        ClusterSpec spec,
        NodeSpec node,
        ClusterFacts cluster,
        HostFacts host
    ) => Of(spec, node, cluster, host.Engine);

    /// <inheritdoc cref="Of(ClusterSpec, NodeSpec, ClusterFacts, HostFacts)"/>
    /// <remarks>For a host of which no more is known than the engine that is there; null when none is.</remarks>
    public static Blueprint Of(
        ClusterSpec spec,
        NodeSpec node,
        ClusterFacts cluster,
        EngineFacts? there
    )
    {
        var windows = Windows(node);
        var containers = new WindowsFeature { Name = "Containers", Heading = Heading.Prepare };
        var engine = Engine(spec, there, containers);
        var openings = Openings().ToList();
        var entry = new ClusterNode
        {
            Name = node.Name,
            Heading = Heading.Join,
            ClusterId = cluster.Id,
            After = [engine[^1].Id, .. openings.Select(o => o.Id)],
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
                .. engine,
                .. openings,
                entry,
                membership,
                ready,
                .. Labels(node, ready),
            ]
        );
    }

    // Least sizes: docker-enterprise.md, 2 (worker at least 4 GB; disk for Windows base images). A worker's engine needs no more
    // than one processor. 14393 has overlay networks for Swarm since KB4015217 (revision 1066; windows-failures.md, F1).
    private static IEnumerable<Resource> Windows(NodeSpec node) =>
        [
            new WindowsHost
            {
                Name = "host",
                Heading = Heading.Prepare,
                ComputerName = node.Name,
                Builds = [14393, 17763, 20348, 25398, 26100],
                LeastRevisions = new Dictionary<int, int> { [14393] = 1066 },
                Processors = 1,
                MemoryBytes = 4L << 30,
                FreeDiskBytes = 20L << 30,
            },
            new HostInterface
            {
                Name = "node",
                Heading = Heading.Prepare,
                Alias = node.Interface?.Name,
                Mac = node.Interface?.Mac,
                Address =
                    node.Interface?.Address
                    ?? (node.Interface is null ? node.AdvertiseAddress : null),
                Carries =
                [
                    .. new[] { node.AdvertiseAddress, node.DataPathAddress }
                        .OfType<string>()
                        .Distinct(),
                ],
            },
            new FreePorts
            {
                Name = "swarm",
                Heading = Heading.Prepare,
                Ports = ["2377/tcp", "7946/tcp", "7946/udp", "4789/udp"],
                Program = "dockerd.exe",
            },
        ];

    /// <summary>The engine as wanted, or the one that is there: an engine that Mullion did not install is never replaced.</summary>
    private static IReadOnlyList<Resource> Engine(
        ClusterSpec spec,
        EngineFacts? there,
        WindowsFeature containers
    )
    {
        // Mullion's own stays Mullion's when the spec says no more about it: it is still the engine that is there.
        var wanted = spec.Engine ?? there?.Installed;
        if (wanted is null || there is { Installed: null })
        {
            return
            [
                new RunningEngine
                {
                    Name = "docker",
                    Heading = Heading.Runtime,
                    Version = spec.Engine?.Version,
                    After = [containers.Id],
                },
            ];
        }

        var package = new EnginePackage
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Version = wanted.Version,
            Sha256 = wanted.Package.Sha256!,
            Url = wanted.Package.Url,
            Folder = HostPaths.EnginePrograms,
            DataFolder = HostPaths.EngineData,
            After = [containers.Id],
        };
        return
        [
            package,
            new Service
            {
                Name = "docker",
                Heading = Heading.Runtime,
                Config = EngineService,
                After = [package.Id],
            },
        ];
    }

    // As dockerd --register-service makes it (swarm-protocol.md, 12): two restarts after 15 s, counted anew after a day.
    private static ServiceConfig EngineService { get; } =
        new(
            "docker",
            "Docker Engine",
            $"\"{HostPaths.EnginePrograms}\\dockerd.exe\" --run-service",
            ServiceStart.Automatic,
            "Runs Windows containers. Installed by Mullion.",
            [],
            new ServiceRecovery(
                [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15)],
                TimeSpan.FromDays(1)
            )
        );

    private static IEnumerable<FirewallOpening> Openings() =>
        [
            Opening("swarm-2377-tcp", "TCP", "2377", "Swarm management"),
            Opening("swarm-7946-tcp", "TCP", "7946", "Swarm gossip"),
            Opening("swarm-7946-udp", "UDP", "7946", "Swarm gossip"),
            Opening("swarm-4789-udp", "UDP", "4789", "VXLAN overlay"),
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
        var addresses = spec.Orchestrator.Swarm.JoinAddresses;
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

    private static IEnumerable<NodeLabel> Labels(NodeSpec node, NodeReady ready) =>
        node.Labels.Select(l => new NodeLabel
        {
            Name = $"{node.Name}/{l.Key}",
            Heading = Heading.Verify,
            Node = node.Name,
            Key = l.Key,
            Value = l.Value,
            After = [ready.Id],
        });
}
