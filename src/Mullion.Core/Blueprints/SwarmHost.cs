using Mullion.Core.Resources;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Specs;

namespace Mullion.Core.Blueprints;

/// <summary>What a worker of a Docker Swarm needs of its host, and nobody can make: Windows, its interface, its ports.</summary>
internal static class SwarmHost
{
    // Least sizes: docker-enterprise.md, 2 (worker at least 4 GB; disk for Windows base images). A worker's engine needs no more
    // than one processor. 14393 has overlay networks for Swarm since KB4015217 (revision 1066; windows-failures.md, F1).
    public static IReadOnlyList<Resource> Of(ClusterSpec spec, NodeSpec node) =>
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
                Ports =
                [
                    "2377/tcp",
                    "7946/tcp",
                    "7946/udp",
                    "4789/udp",
                    .. spec.Engine?.Tls is { } tls
                        ? [$"{tls.ListenAddress.Port}/tcp"]
                        : (string[])[],
                ],
                Program = "dockerd.exe",
            },
        ];
}
