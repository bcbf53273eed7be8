namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// A swarm with one simulated manager, in memory: nodes, services, tasks and tokens. It has no sockets and no threads;
/// what takes time happens when somebody asks, as of the clock (or calls <see cref="Refresh"/>).
/// </summary>
public sealed class SwarmModel
{
    private readonly Lock gate = new();
    private readonly SwarmState state;
    private readonly Orchestrator orchestrator;

    /// <summary>A swarm as <c>docker swarm init</c> leaves it: one manager, which is also a Linux node.</summary>
    public SwarmModel(SwarmModelOptions? options = null)
    {
        options ??= new SwarmModelOptions();
        state = new SwarmState(
            options,
            options.Authority ?? ClusterAuthority.Create(options.Clock.GetUtcNow())
        );
        orchestrator = new Orchestrator(state);
        Nodes = new NodeRegistry(state);
        Services = new ServiceBook(state);
        Reports = new TaskReports(state);
        ManagerNodeId = LinuxManagerNode.AddTo(state).Id;
        ClusterAddress = options.ClusterAddress;
    }

    /// <summary>Something changed. Called without a lock held, on the thread that made the change.</summary>
    public event EventHandler? Changed;

    /// <summary>The swarm's id.</summary>
    public string ClusterId => state.ClusterId;

    /// <summary>Node id of the manager.</summary>
    public string ManagerNodeId { get; }

    /// <summary>Where workers reach the manager, <c>host:port</c>.</summary>
    public string ClusterAddress
    {
        get => Read(s => s.ClusterAddress);
        internal set =>
            Do(s =>
            {
                s.ClusterAddress = value;
                s.FindNode(ManagerNodeId)!.Address = value[..value.LastIndexOf(':')];
                return 0;
            });
    }

    /// <summary>The join token for workers, as it is now. A secret.</summary>
    public string WorkerToken => Read(s => s.WorkerToken);

    /// <summary>The root CA's PEM, exactly as it is sent.</summary>
    public string RootPem => state.Authority.RootPem;

    internal NodeRegistry Nodes { get; }

    internal ServiceBook Services { get; }

    internal TaskReports Reports { get; }

    /// <summary>Does what is due by the clock: heartbeats that stayed away, restarts whose delay has passed.</summary>
    public void Refresh() => Do(_ => 0);

    /// <summary>Reads under the lock, after <see cref="Refresh"/>. What leaves must not be an object of the state.</summary>
    internal T Read<T>(Func<SwarmState, T> read) => Do(read);

    /// <summary>Works under the lock; whatever follows from the change has happened when it returns.</summary>
    internal T Do<T>(Func<SwarmState, T> work)
    {
        var changed = false;
        try
        {
            lock (gate)
            {
                var before = state.Version;
                try
                {
                    orchestrator.Advance();
                    return work(state);
                }
                finally
                {
                    changed = state.Version != before;
                    if (changed)
                    {
                        orchestrator.Advance();
                    }
                }
            }
        }
        finally
        {
            if (changed)
            {
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }
    }
}
