using Mullion.Core.Convergence.Executors;
using Mullion.Testing;

namespace Mullion.Remote.Tests.Support;

/// <summary>A server with a fake executor, and clients that reach it through pipes.</summary>
public sealed class Rig : IAsyncDisposable
{
    private readonly List<DuplexPipe> _pipes = [];

    public Rig(FakeExecutor? executor = null)
    {
        Executor = executor ?? new FakeExecutor();
        Server = NewServer();
    }

    public FakeExecutor Executor { get; }

    public ManualClock Clock { get; } = new();

    public ExecutorServer Server { get; private set; }

    /// <summary>Budgets of the connections to come; without limit when there are no more.</summary>
    public Queue<int> Budgets { get; } = new();

    /// <summary>Called before each dial; may throw.</summary>
    public Action<int> BeforeDial { get; set; } = _ => { };

    public IReadOnlyList<DuplexPipe> Pipes => _pipes;

    /// <summary>How long its clients try to come back.</summary>
    public TimeSpan ReconnectLimit { get; init; } = new RemoteExecutorOptions().ReconnectLimit;

    public Task<RemoteExecutor> ConnectAsync() =>
        RemoteExecutor.ConnectAsync("lab:win-1", DialAsync, Options(), CancellationToken.None);

    public RemoteExecutorOptions Options() =>
        new()
        {
            Clock = Clock,
            FirstWait = TimeSpan.Zero,
            ReconnectLimit = ReconnectLimit,
        };

    public Task<Stream> DialAsync(CancellationToken cancellation)
    {
        DuplexPipe pipe;
        lock (_pipes)
        {
            BeforeDial(_pipes.Count);
            pipe = new DuplexPipe(Budgets.TryDequeue(out var budget) ? budget : int.MaxValue);
            _pipes.Add(pipe);
        }

        _ = Server.ServeAsync(pipe.Server, CancellationToken.None);
        return Task.FromResult(pipe.Client);
    }

    /// <summary>The host restarts: runs and connections are gone, and a new server is there.</summary>
    public async Task RestartAsync()
    {
        var old = Server;
        Server = NewServer();
        await old.DisposeAsync();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private ExecutorServer NewServer() =>
        new(() => (IExecutor)Executor, new ExecutorServerOptions { Clock = Clock });
}
