using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Lab.Gateways;
using Mullion.Lab.SwarmManager.Engine;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation;
using Mullion.Simulation.Downloads;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Templates;
using Mullion.Simulation.Time;
using Mullion.Swarm.Orchestration;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>A simulated swarm and a simulated host behind the program, on one virtual clock: all between is the shipping code.</summary>
internal sealed class SimulatedRig : IHostLink, IDisposable
{
    private const string Url = "https://example.invalid/docker.zip";
    private static readonly SimulatedEnginePackage Package = SimulatedEnginePackage.Create(
        "28.2.2"
    );
    private readonly SwarmManagerHandler _handler;
    private readonly HostTemplate _template;
    private readonly SimulatedWorld _world;
    private bool _dead;

    public SimulatedRig(int build)
        : this(HostTemplates.Bare(build)) { }

    /// <summary>A host on which something is already; its spec leaves the engine as it is.</summary>
    public static SimulatedRig WithEngine(int build)
    {
        var rig = new SimulatedRig(HostTemplates.WithEngine(build));
        var lines = File.ReadAllLines(rig.Lab.Spec);
        var engine = Array.IndexOf(lines, "engine:");
        File.WriteAllLines(rig.Lab.Spec, [.. lines[..engine], .. lines[(engine + 3)..]]);
        return rig;
    }

    private SimulatedRig(HostTemplate template)
    {
        Swarm = new SwarmModel(
            new SwarmModelOptions
            {
                Clock = Clock,
                Authority = ClusterAuthority.Create(Clock.GetUtcNow()),
                ClusterAddress = "10.0.0.5:2377",
            }
        );
        _handler = new SwarmManagerHandler(Swarm);
        _template = template;
        _world = new SimulatedWorld
        {
            Clock = Clock,
            Swarm = new MemorySwarmGateway(Swarm),
            Web = new SimulatedWeb().Add(Url, Package.Zip),
        };
        Host = SimulatedHost.Create(_template, _world);
        Lab = new CliLab
        {
            Clock = Clock,
            Connect = (_, clock) =>
                new SwarmOrchestrator(
                    new DockerClient(
                        DockerEndpoint.Parse("unix:///simulated.sock"),
                        _handler,
                        new DockerClientOptions { Time = clock }
                    ),
                    clock
                ),
            Link = _ => this,
        };
        File.WriteAllText(
            Lab.Spec,
            $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator:
              swarm:
                manager: unix:///simulated.sock
            engine:
              version: 28.2.2
              package: { url: "{{Url}}", sha256: {{Package.Sha256}} }
            nodes:
              - name: win-1
                host: lab:win-1
                advertiseAddress: 10.0.0.21
                labels: { rack: a }

            """
        );
    }

    public VirtualClock Clock { get; } = new();

    public SwarmModel Swarm { get; }

    public SimulatedHost Host { get; private set; }

    public CliLab Lab { get; }

    string IHostLink.Name => "lab:win-1";

    /// <summary>The host dies, and nobody starts it again; the swarm has noticed.</summary>
    public void Die()
    {
        _dead = true;
        Host.CutPower();
        Clock.Advance(TimeSpan.FromMinutes(2));
    }

    /// <summary>The host is installed anew, under its old name.</summary>
    public void Reinstall()
    {
        Die();
        _dead = false;
        Host = SimulatedHost.Create(_template, _world);
    }

    /// <summary>A dead host is found to live.</summary>
    public void Revive() => _dead = false;

    public Task<IExecutor> ConnectAsync(CancellationToken cancellation)
    {
        if (_dead)
        {
            throw new HostLostException("lab:win-1 does not answer.");
        }

        if (Host.IsDown || Host.RebootRequested is not null)
        {
            Host.Boot();
        }

        return Task.FromResult<IExecutor>(new LocalExecutor(Host));
    }

    public void Dispose()
    {
        Lab.Dispose();
        _handler.Dispose();
    }
}
