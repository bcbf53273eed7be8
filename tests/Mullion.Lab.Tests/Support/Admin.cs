using System.Text;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;
using Mullion.Swarm.Orchestration;

namespace Mullion.Lab.Tests.Support;

/// <summary>What the command line does for one node, with a spec that names the lab's own manager.</summary>
internal sealed class Admin : IProgress<NodeEvent>, IDisposable
{
    private readonly TempLab _lab;
    private readonly string _name;
    private readonly SwarmOrchestrator _orchestrator;
    private readonly ClusterSide _side;
    private readonly ClusterSpec _spec;
    private readonly List<NodeEvent> _events = [];

    private static RunOptions Options { get; } = new() { By = "test", RebootAllowed = true };

    private Admin(TempLab lab, string name, ClusterSpec spec)
    {
        _lab = lab;
        _name = name;
        _spec = spec;
        _orchestrator = SwarmOrchestrator.Connect(spec.AsSwarm(), lab.Clock);
        _side = new ClusterSide(_orchestrator, lab.Clock);
    }

    public IReadOnlyList<NodeEvent> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public string Told => string.Join("\n", Events);

    public static async Task<Admin> OfAsync(
        TempLab lab,
        string name,
        string address,
        bool engine = true
    )
    {
        var manager = (await lab.Client.FindAsync(default))!.Manager!;
        var text = $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator: { swarm: { manager: "{{manager.Endpoint}}" } }
            {{(engine ? "engine: { version: 28.2.2 }" : "")}}
            nodes:
              - name: {{name}}
                host: lab:{{name}}
                interface: { name: Ethernet }
                advertiseAddress: {{address}}
                dataPathAddress: {{address}}
                labels: { rack: a }
            """;
        var result = ClusterSpecLoader.Load(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            "mullion.yaml",
            new SpecLoadOptions { Catalogue = LabEngineCatalogue.Instance }
        );
        result.Errors.ShouldBeEmpty();
        return new Admin(lab, name, result.Spec!);
    }

    public async Task<NodeStatus?> NodeAsync() =>
        (await _orchestrator.NodesAsync(default)).SingleOrDefault(n => n.Name == _name);

    public Task<NodeResult> ApplyAsync() =>
        RunAsync(
            async (planner, link) =>
            {
                await using var executor = await link.ConnectAsync(default);
                return await planner.ApplyAsync(executor, default);
            },
            (run, plan) => run.ApplyAsync(plan, Options, default)
        );

    public Task<NodeResult> RemoveAsync() =>
        RunAsync(
            async (planner, link) =>
            {
                await using var executor = await link.ConnectAsync(default);
                return await planner.RemoveAsync(executor, default);
            },
            (run, plan) => run.RemoveAsync(plan, Options, default)
        );

    /// <summary>Runs again and again, as a person would, until nothing takes the host away any more.</summary>
    public static async Task<(NodeResult Result, int Lost)> InsistAsync(Func<Task<NodeResult>> run)
    {
        for (var lost = 0; ; lost++)
        {
            try
            {
                return (await run(), lost);
            }
            catch (HostLostException) when (lost < 1000)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    public void Report(NodeEvent value)
    {
        lock (_events)
        {
            _events.Add(value);
        }
    }

    public void Dispose() => _orchestrator.Dispose();

    private async Task<NodeResult> RunAsync(
        Func<NodePlanner, IHostLink, Task<NodePlan>> plan,
        Func<NodeRun, NodePlan, Task<NodeResult>> run
    )
    {
        var link = _lab.Link(_name);
        var planner = new NodePlanner(
            _spec.Name,
            _side,
            (cluster, host) => SwarmWorker.Of(_spec, _spec.Nodes[0], cluster, host),
            (cluster, plan) => SwarmWorker.Secrets(cluster, plan)
        );
        var planned = await plan(planner, link);
        return await run(new NodeRun(link, planner, _side, this), planned);
    }
}
