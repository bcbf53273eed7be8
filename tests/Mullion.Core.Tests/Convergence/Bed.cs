using Mullion.Core.Blueprints;
using Mullion.Core.Certificates;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Lab.Gateways;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation;
using Mullion.Simulation.Downloads;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Time;
using Mullion.Swarm.Orchestration;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// A simulated host and a simulated swarm on one virtual clock, with the shipping code between them: planner, converger, journal,
/// orchestrator, Engine API client. Nothing waits and nothing listens.
/// </summary>
internal sealed class Bed : IHostLink, IProgress<NodeEvent>, IDisposable
{
    private static readonly ClusterAuthority Authority = ClusterAuthority.Create(
        new VirtualClock().GetUtcNow()
    );

    /// <summary>Who signs the certificates of engines.</summary>
    public static CertificateAuthority EngineAuthority { get; } =
        CertificateAuthority.Create("test CA", KeyKind.Ecdsa, new VirtualClock().GetUtcNow());

    public static SimulatedEnginePackage Package { get; } = SimulatedEnginePackage.Create("28.2.2");

    private readonly SwarmOrchestrator _orchestrator;
    private string _last = "";
    private int _cuts;

    /// <summary>A host and a swarm that it has not joined.</summary>
    /// <param name="template">The host.</param>
    /// <param name="spec">The cluster; by default one that installs the engine.</param>
    /// <param name="beside">A bed with whose host this one shares swarm and clock.</param>
    public Bed(HostTemplate template, ClusterSpec? spec = null, Bed? beside = null)
    {
        Spec = spec ?? Specs.Bare;
        Clock = beside?.Clock ?? new VirtualClock();
        Swarm = beside?.Swarm ?? NewSwarm(Clock, Authority);
        Gateway = beside?.Gateway ?? new MemorySwarmGateway(Swarm);
        Way = new GatewayProbe(Gateway);
        Handler = new SwarmManagerHandler(Swarm);
        Docker = new DockerClient(
            DockerEndpoint.Parse("unix:///simulated.sock"),
            Handler,
            new DockerClientOptions { Time = Clock }
        );
        _orchestrator = new SwarmOrchestrator(Docker, Clock);
        Host = SimulatedHost.Create(
            template,
            new SimulatedWorld
            {
                Clock = Clock,
                Swarm = Way,
                Web = new SimulatedWeb().Add(
                    Spec.Engine?.Install?.Package.Url ?? "https://example.invalid/none.zip",
                    // A node of Server 2016 gets another engine than the rest.
                    SimulatedEnginePackage
                        .Create(Spec.Engine?.Install?.Version ?? Package.Version)
                        .Zip
                ),
                Registries = BedImages.Registries(),
            }
        );
        // Cut by a fault, which names its operation; what vSwitches and restarts cut is for the protocol to survive.
        Host.ConnectionLost += (_, e) => _cuts += e.Reason.Split(' ')[0].Contains('.') ? 1 : 0;
        Side = new ClusterSide(_orchestrator, Clock);
        Planner = new NodePlanner(
            Spec.Name,
            Side,
            (cluster, host) =>
                HandMade is { } resources
                    ? new Blueprint(Spec.Name, Spec.Nodes[0].Name, Spec.Digest(), resources)
                    : SwarmWorker.Of(
                        Spec,
                        Spec.Nodes[0],
                        cluster,
                        host,
                        Issuer()?.Trust(Spec.Nodes[0].Name)
                    ),
            (cluster, plan) => SwarmWorker.Secrets(cluster, plan, Issuer(), BedImages.Passwords)
        );
    }

    /// <summary>A bare host of a build, and a spec with an engine that the build can have.</summary>
    public static Bed Bare(int build, HostTemplate? template = null)
    {
        var package = SimulatedEnginePackage.Create(HostTemplates.EngineFor(build));
        var engine = Specs.Bare.Engine!.Install!;
        return new(
            template ?? HostTemplates.Bare(build),
            Specs.Bare with
            {
                Engine = new EngineSpec
                {
                    Install = new PackageSpec
                    {
                        Version = package.Version,
                        Package = engine.Package with { Sha256 = package.Sha256 },
                    },
                },
            }
        );
    }

    /// <summary>A host with another name, and a spec with a node of that name.</summary>
    public static Bed Named(string machine, HostTemplate template, ClusterSpec spec) =>
        new(
            template.Named(machine),
            spec with
            {
                Nodes = [spec.Nodes[0] with { Name = machine.ToLowerInvariant() }],
            }
        );

    /// <summary>A swarm at the address that joins go to.</summary>
    public static SwarmModel NewSwarm(
        VirtualClock clock,
        ClusterAuthority authority,
        string address = "10.0.0.5:2377",
        int seed = 1
    ) =>
        new(
            new SwarmModelOptions
            {
                Clock = clock,
                Authority = authority,
                Seed = seed,
                ClusterAddress = address,
            }
        );

    public VirtualClock Clock { get; }

    public ClusterSpec Spec { get; set; }

    /// <summary>What the node needs instead of what the spec makes of it: for kinds of resources by themselves.</summary>
    public IReadOnlyList<Resource>? HandMade { get; set; }

    /// <summary>What the folder has for a spec whose certificates somebody else signs.</summary>
    public CertificatePair? Signed { get; set; }

    public SwarmModel Swarm { get; }

    public MemorySwarmGateway Gateway { get; }

    /// <summary>Between the host and the gateway: for what happens in mid-join.</summary>
    public GatewayProbe Way { get; }

    public SwarmManagerHandler Handler { get; }

    public DockerClient Docker { get; }

    public SimulatedHost Host { get; }

    public ClusterSide Side { get; }

    public NodePlanner Planner { get; }

    public List<NodeEvent> Events { get; } = [];

    public IOrchestrator Orchestrator => _orchestrator;

    string IHostLink.Name => "simulated";

    /// <summary>The next executor; a machine that is down or going down is started first.</summary>
    public Task<IExecutor> ConnectAsync(CancellationToken cancellation)
    {
        if (Host.IsDown || Host.RebootRequested is not null)
        {
            Host.Boot();
        }

        var before = _cuts;
        return Task.FromResult<IExecutor>(
            new CuttableExecutor(new LocalExecutor(Host), () => _cuts != before)
        );
    }

    public async Task<NodePlan> PlanAsync()
    {
        await using var executor = await ConnectAsync(CancellationToken.None);
        return await Planner.ApplyAsync(executor, CancellationToken.None);
    }

    public async Task<NodePlan> PlanRemovalAsync()
    {
        await using var executor = await ConnectAsync(CancellationToken.None);
        return await Planner.RemoveAsync(executor, CancellationToken.None);
    }

    public async Task<NodeResult> ApplyAsync(
        Func<RunOptions, RunOptions>? change = null,
        CancellationToken cancellation = default
    )
    {
        var plan = await PlanAsync();
        return Keep(await Run().ApplyAsync(plan, Options(change), cancellation));
    }

    public async Task<NodeResult> RemoveAsync(
        Func<RunOptions, RunOptions>? change = null,
        CancellationToken cancellation = default
    )
    {
        var plan = await PlanRemovalAsync();
        return Keep(await Run().RemoveAsync(plan, Options(change), cancellation));
    }

    /// <summary>The whole host, once everything that was under way has come to rest.</summary>
    public HostSnapshot Snapshot()
    {
        Clock.Advance(TimeSpan.FromMinutes(5));
        return Host.Snapshot();
    }

    public NodeRun Run() => new(this, Planner, Side, this);

    public RunOptions Options(Func<RunOptions, RunOptions>? change = null)
    {
        var options = new RunOptions
        {
            By = "test",
            RebootAllowed = true,
            OpenPackage = sha256 => BedImages.Open(sha256) ?? SimulatedPackages.Open(sha256),
        };
        return change is null ? options : change(options);
    }

    /// <summary>Runs again and again, as a person would, until a run ends with nothing having taken the host away.</summary>
    public static async Task<NodeResult> InsistAsync(Func<Task<NodeResult>> run)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await run();
            }
            catch (HostLostException) when (tries < 20)
            {
                // The next run begins where this one was.
            }
        }
    }

    /// <summary>
    /// The Windows nodes that the swarm knows. One without a name is what a power cut between enrolment and first report leaves on
    /// a real manager too; nobody can tell whose it was, so Mullion names it as a finding and leaves it.
    /// </summary>
    public async Task<IReadOnlyList<NodeStatus>> NodesAsync() =>
        [
            .. (await Orchestrator.NodesAsync(CancellationToken.None)).Where(n =>
                n.Os != "linux" && n.Name.Length > 0
            ),
        ];

    /// <summary>What happened, for the message of a failing test.</summary>
    public string Told() => string.Join("\n", [_last, .. Events.Select(e => e.ToString())]);

    // Its authority is everybody's: not to be disposed of.
    private IEngineIssuer? Issuer() =>
        Spec.Engine?.Tls?.Source switch
        {
            OwnAuthority own => new EngineIssuer(EngineAuthority, own, Clock),
            OtherAuthority other => new EngineCertificateBook(
                EngineAuthority.Certificate.Pem,
                _ => Signed,
                other.Folder.Written,
                Clock
            ),
            _ => null,
        };

    private NodeResult Keep(NodeResult result)
    {
        _last = $"{result.Status}: {result.Message}";
        return result;
    }

    public Action<NodeEvent> Reported { get; set; } = _ => { };

    public void Report(NodeEvent value)
    {
        Events.Add(value);
        Reported(value);
    }

    public void Dispose()
    {
        _orchestrator.Dispose();
        Handler.Dispose();
    }

    public static class Specs
    {
        public static ClusterSpec Bare { get; } = Make(withEngine: true);

        public static ClusterSpec Adopting { get; } = Make(withEngine: false);

        /// <summary>Where a spec has its engine from, changed.</summary>
        public static EngineSpec From(ClusterSpec spec, Func<ArchiveSpec, ArchiveSpec> change) =>
            spec.Engine! with
            {
                Install = spec.Engine.Install! with
                {
                    Package = change(spec.Engine.Install.Package),
                },
            };

        /// <summary>
        /// With an engine of Docker Enterprise that listens over TLS and has a setting of its own; with images of a private registry and
        /// of a file.
        /// </summary>
        public static ClusterSpec Secured(ClusterSpec spec) =>
            spec with
            {
                Orchestrator = spec.AsSwarm() with
                {
                    Mke = new MkeSpec { Version = "3.2.5", Repository = "docker" },
                },
                Engine = (spec.Engine ?? new EngineSpec()) with
                {
                    Tls = new EngineTlsSpec
                    {
                        Source = new OwnAuthority
                        {
                            Ca = new FileReference("ca.pem", "/ca.pem"),
                            CaKey = new FileReference("ca-key.pem", "/ca-key.pem"),
                        },
                        Clients = ["10.0.0.0/24"],
                    },
                    Settings = new Dictionary<string, string> { ["debug"] = "true" },
                },
                Images = BedImages.Images,
                Registries = BedImages.Spec,
            };

        /// <summary>With an engine whose certificate somebody else signs.</summary>
        public static ClusterSpec Signed(ClusterSpec spec) =>
            spec with
            {
                Engine = (spec.Engine ?? new EngineSpec()) with
                {
                    Tls = new EngineTlsSpec
                    {
                        Source = new OtherAuthority
                        {
                            Ca = new FileReference("ca.pem", "/ca.pem"),
                            Folder = new FileReference("signed", "/signed"),
                        },
                    },
                },
            };

        /// <summary>Of MKE, whose image makes the engine's certificate; with images of a private registry and of a file.</summary>
        public static ClusterSpec Generated(ClusterSpec spec)
        {
            var secured = Secured(spec);
            return secured with
            {
                Engine = secured.Engine! with
                {
                    Tls = secured.Engine.Tls! with { Source = new UcpGenerator() },
                },
            };
        }

        private static ClusterSpec Make(bool withEngine)
        {
            var spec = Samples.Spec(n =>
                n with
                {
                    AdvertiseAddress = "10.0.0.21",
                    DataPathAddress = "10.0.0.21",
                }
            );
            return withEngine
                ? spec with
                {
                    Engine = From(spec, p => p with { Sha256 = Package.Sha256 }),
                }
                : spec with
                {
                    Engine = null,
                };
        }
    }
}
