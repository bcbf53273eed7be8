using Mullion.Core.Blueprints;
using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Convergence;

/// <summary>A cluster with one bare node, for tests that need any.</summary>
internal static class Samples
{
    public const string Canary = "SWMTKN-1-canary-do-not-show";

    public static ClusterFacts Cluster { get; } =
        new(
            "cluster-1",
            "28.2.2",
            Simulated: true,
            DateTimeOffset.UnixEpoch,
            ["10.0.0.5:2377"],
            new string('a', 64),
            Canary
        );

    public static HostFacts Host { get; } =
        new()
        {
            ComputerName = "WIN-1",
            Build = 20348,
            Revision = 2700,
            Edition = "ServerStandard",
            Core = true,
            Elevated = true,
            Processors = 4,
            MemoryBytes = 8L << 30,
            FreeDiskBytes = 60L << 30,
            Time = DateTimeOffset.UnixEpoch,
            PendingReboot = [],
            Interfaces = [],
        };

    public static ClusterSpec Spec(Func<NodeSpec, NodeSpec>? change = null)
    {
        var node = new NodeSpec
        {
            Name = "win-1",
            Host = new HostReference(HostScheme.Lab, "win-1"),
            AdvertiseAddress = "10.0.0.21",
            Labels = new Dictionary<string, string> { ["rack"] = "a" },
        };
        return new ClusterSpec
        {
            Metadata = new MetadataSpec { Name = "shop" },
            Orchestrator = new SwarmSpec
            {
                Managers = [new ManagerEndpoint(ManagerScheme.Unix, "/run/docker.sock")],
            },
            Engine = new EngineSpec
            {
                Install = new PackageSpec
                {
                    Version = "28.2.2",
                    Package = new ArchiveSpec
                    {
                        Url =
                            "https://download.docker.com/win/static/stable/x86_64/docker-28.2.2.zip",
                        Sha256 = new string('b', 64),
                    },
                },
            },
            Nodes = [change is null ? node : change(node)],
        };
    }

    public static Blueprint Blueprint()
    {
        var spec = Spec();
        return SwarmWorker.Of(spec, spec.Nodes[0], Cluster, Host);
    }
}
