using Mullion.Cli.Hosting;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>A spec and the cluster it describes, for as long as a command runs. The cluster is reached when it is first needed.</summary>
internal sealed class ClusterSession : IAsyncDisposable
{
    private readonly CliContext _context;
    private IOrchestrator? _orchestrator;
    private ClusterFacts? _facts;

    private ClusterSession(CliContext context, SpecFile file)
    {
        _context = context;
        File = file;
    }

    /// <summary>The spec's file.</summary>
    public SpecFile File { get; }

    /// <summary>The cluster as wanted.</summary>
    public ClusterSpec Spec => File.Spec;

    /// <summary>The cluster's API.</summary>
    public IOrchestrator Orchestrator =>
        _orchestrator ??= _context.Connect(Spec.Orchestrator.Swarm, _context.Clock);

    /// <summary>Loads a spec; reaches nothing yet.</summary>
    public static ClusterSession Open(CliContext context, string file) =>
        new(context, SpecFile.Load(file));

    /// <summary>What the cluster is, asked once.</summary>
    public async Task<ClusterFacts> FactsAsync(CancellationToken cancellation) =>
        _facts ??= await Orchestrator.InspectAsync(cancellation);

    /// <summary>The way to a node's host.</summary>
    public IHostLink Link(NodeSpec node) => _context.Link(node.Host);

    /// <summary>A node's host and its place in the cluster.</summary>
    public NodeSession Node(NodeSpec node, TimeSpan? drainTimeout = null) =>
        new(Spec, node, Link(node), Side(drainTimeout));

    /// <summary>A place in the cluster for one node.</summary>
    public ClusterSide Side(TimeSpan? drainTimeout = null) =>
        drainTimeout is { } limit
            ? new ClusterSide(Orchestrator, _context.Clock) { DrainTimeout = limit }
            : new ClusterSide(Orchestrator, _context.Clock);

    public async ValueTask DisposeAsync()
    {
        switch (_orchestrator)
        {
            case IAsyncDisposable resource:
                await resource.DisposeAsync();
                break;
            case IDisposable resource:
                resource.Dispose();
                break;
        }
    }
}
