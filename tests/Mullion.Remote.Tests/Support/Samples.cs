using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Resources.EngineEndpoints;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Files;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Resources.Services;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Resources.WindowsFeatures;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;

namespace Mullion.Remote.Tests.Support;

/// <summary>One of everything that goes over the wire, with every member set.</summary>
public static class Samples
{
    public const string Secret = "SWMTKN-1-canary-canary";

    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static RunRequest Run { get; } = new("apply", "shop", "win-1", "abc", "ann@admin-1");

    public static HostFacts Facts { get; } =
        new()
        {
            ComputerName = "WIN-1",
            Build = 20348,
            Revision = 2700,
            Edition = "ServerDatacenter",
            Core = true,
            Elevated = true,
            Processors = 4,
            MemoryBytes = 8L << 30,
            FreeDiskBytes = 50L << 30,
            Time = Noon,
            PendingReboot = ["Component Based Servicing: RebootPending"],
            Interfaces =
            [
                new NetworkInterface("Ethernet", 7, "00-15-5D-00-00-01", true, true, ["10.0.0.21"]),
            ],
            Engine = new EngineFacts(
                "\"C:\\x y\\dockerd.exe\" --run-service",
                true,
                "28.2.2",
                new PackageSpec
                {
                    Version = "28.2.2",
                    Package = new ArchiveSpec
                    {
                        Url = "https://example.invalid/docker.zip",
                        Sha256 = new string('a', 64),
                    },
                }
            ),
            BootId = "b1",
            Simulated = true,
        };

    public static IReadOnlyList<Resource> Resources { get; } =
    [
        new WindowsHost
        {
            Name = "host",
            Heading = Heading.Prepare,
            ComputerName = "win-1",
            Builds = [17763, 20348],
            LeastRevisions = new Dictionary<int, int> { [14393] = 1066 },
            Processors = 1,
            MemoryBytes = 4L << 30,
            FreeDiskBytes = 20L << 30,
        },
        new HostInterface
        {
            Name = "node",
            Heading = Heading.Prepare,
            Alias = "Ethernet",
            Mac = "00-15-5D-00-00-01",
            Address = "10.0.0.21",
            Carries = ["10.0.0.21"],
        },
        new FreePorts
        {
            Name = "swarm",
            Heading = Heading.Prepare,
            Ports = ["2377/tcp"],
            Program = "dockerd.exe",
        },
        new WindowsFeature { Name = "Containers", Heading = Heading.Prepare },
        new HostFile
        {
            Name = "kubelet-config",
            Heading = Heading.Runtime,
            Path = @"C:\k\config.yaml",
            Content = "kind: KubeletConfiguration\nname: \"ß\"\n",
            Private = true,
            ReadBy = ["kubelet"],
        },
        new HostFolder
        {
            Name = "kubernetes",
            Heading = Heading.Runtime,
            Path = @"C:\k",
            Private = true,
        },
        new ProgramPackage
        {
            Name = "containerd",
            Heading = Heading.Runtime,
            Product = "containerd",
            Version = "2.1.4",
            Sha256 = "bb",
            Url = "https://example.org/containerd.tar.gz",
            Folder = @"C:\c",
            Layout = new PackageLayout(
                PackageFormat.TarGz,
                "bin",
                ["containerd.exe"],
                ["ctr.exe"],
                "archive of containerd for Windows",
                "containerd.package"
            ),
            RunBy = ["containerd"],
            Fills = [@"C:\c-data"],
        },
        new EnginePackage
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Version = "28.2.2",
            Sha256 = "aa",
            Url = "https://example.org/docker.zip",
            Folder = HostPaths.EnginePrograms,
            DataFolder = HostPaths.EngineData,
            After = ["feature/Containers"],
        },
        new RunningEngine
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Version = "28.2.2",
        },
        new EngineCertificate
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Folder = @"C:\certs",
            Authority = "-----BEGIN CERTIFICATE-----\n",
            Dns = ["win-1"],
            Addresses = ["10.0.0.21"],
            RenewBefore = TimeSpan.FromDays(30),
            Dropped = true,
        },
        new EngineSettings
        {
            Name = "docker",
            Heading = Heading.Runtime,
            File = @"C:\daemon.json",
            Settings = new Dictionary<string, string> { ["hosts"] = "[\"npipe://\"]" },
            Restored = new Dictionary<string, string?> { ["debug"] = null, ["mtu"] = "1400" },
            Reads = [@"C:\certs\cert.pem"],
        },
        new Service
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Config = new ServiceConfig(
                "docker",
                "Docker Engine",
                "\"C:\\x\\dockerd.exe\"",
                ServiceStart.Manual,
                "Größe „ß“",
                ["hns"],
                new ServiceRecovery([TimeSpan.FromSeconds(15)], TimeSpan.FromDays(1))
            ),
            After = ["engine-package/docker"],
        },
        new EngineEndpoint
        {
            Name = "docker",
            Heading = Heading.Runtime,
            Address = "127.0.0.1",
            Port = 2376,
            Folder = @"C:\certs",
        },
        new EngineImage
        {
            Name = "registry.corp.example/shop/base:1",
            Heading = Heading.Runtime,
            User = "puller",
            PasswordSecret = "registry/registry.corp.example",
            ArchiveSha256 = "cc",
            ArchiveUrl = "https://mirror.example/images.tar",
        },
        new FirewallOpening
        {
            Name = "swarm-2377-tcp",
            Heading = Heading.Network,
            Protocol = "TCP",
            LocalPorts = "2377",
            Purpose = "Swarm management",
            DisplayName = "swarm",
            RemoteAddresses = "10.0.0.0/24",
        },
        new SwarmMembership
        {
            Name = "shop",
            Heading = Heading.Join,
            TokenSecret = SwarmWorker.TokenSecret,
            RootDigest = "digest",
            Managers = ["10.0.0.5:2377"],
            ListenAddress = "0.0.0.0:2377",
            AdvertiseAddress = "10.0.0.21",
            DataPathAddress = "10.0.0.21",
            Availability = "active",
        },
        new ClusterNode { Name = "win-1", Heading = Heading.Join },
        new NodeReady
        {
            Name = "win-1",
            Heading = Heading.Verify,
            ArisesFrom = "swarm-membership/shop",
        },
        new NodeLabel
        {
            Name = "win-1/rack",
            Heading = Heading.Verify,
            Node = "win-1",
            Key = "rack",
            Value = "a",
        },
    ];

    public static Blueprint Blueprint { get; } = new("shop", "win-1", "abc", Resources);

    public static ResourceState State { get; } =
        new(("running", "yes"), ("path", "C:\\x \"y\""), ("leer", ""));

    public static Plan Plan { get; } =
        new(
            "shop",
            "win-1",
            [
                .. Enum.GetValues<PlanAction>()
                    .Select(a => new PlanStep(
                        $"service/{a}",
                        Side.Host,
                        Heading.Runtime,
                        $"title {a}",
                        a
                    )
                    {
                        Changes =
                        [
                            new FieldChange("a", null, "1"),
                            new FieldChange("b", "1", null, "service/docker"),
                        ],
                        Impact = new Impact(ImpactKind.Reboot, "reboot"),
                        Actual = State,
                        Reason = "because",
                        RecordOnly = true,
                    }),
            ],
            [
                .. Enum.GetValues<Severity>()
                    .Select(s => new Finding("id", s, $"message {s}")
                    {
                        Evidence = "seen",
                        Fix = "do",
                        Link = "https://example.org",
                    }),
            ]
        );

    public static SegmentResult Segment { get; } =
        new(
            RunStatus.Failed,
            [
                .. Enum.GetValues<StepStatus>()
                    .Select(s => new StepResult($"service/{s}", s, "why", "fix", State)),
            ]
        );

    public static ApplyRequest ApplyRequest { get; } =
        new(
            Resources,
            new SecretBag(new Dictionary<string, string> { [SwarmWorker.TokenSecret] = Secret })
        );

    public static JournalView Journal { get; } =
        new([
            .. Enum.GetValues<RecordType>()
                .Select(
                    (t, i) =>
                        new JournalRecord
                        {
                            Sequence = i + 1,
                            Time = Noon.AddMinutes(i),
                            Type = t,
                            Cluster = "shop",
                            Node = "win-1",
                            SpecDigest = "abc",
                            Note = "note",
                            Id = Resources[i].Id,
                            Resource = Resources[i],
                            Prior = new Prior(i == 0 ? null : State, ["folder:C:\\x"]),
                            State = State,
                        }
                ),
        ]);

    public static NodeEvent Event(int number, EventKind kind = EventKind.StepProgress) =>
        new(Noon.AddSeconds(number), "win-1", kind, "service/docker", $"event {number}")
        {
            Fix = "fix",
        };
}
