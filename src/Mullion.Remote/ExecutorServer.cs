using Mullion.Core.Convergence.Executors;
using Mullion.Core.Hosts;
using Mullion.Remote.Serving;

namespace Mullion.Remote;

/// <summary>
/// Serves the executor of one host over any number of connections, one after the other or side by side. A run goes on when its
/// connection is gone; see <see cref="Protocol.ExecutorProtocol"/>.
/// </summary>
public sealed class ExecutorServer : IAsyncDisposable
{
    private readonly ExecutorServerOptions _options;
    private readonly SessionTable _sessions;
    private readonly Lock _lock = new();
    private readonly HashSet<ServedConnection> _connections = [];

    /// <summary>Serves a host.</summary>
    /// <param name="executors">
    /// Makes an executor of the host: one for every run, and one for every connection that reads without a run.
    /// </param>
    /// <param name="options">How; null for the usual.</param>
    public ExecutorServer(Func<IExecutor> executors, ExecutorServerOptions? options = null)
    {
        _options = options ?? new ExecutorServerOptions();
        _sessions = new SessionTable(executors, _options, DropConnections);
    }

    /// <summary>How many runs have the host now, or wait for their client to fetch a result.</summary>
    public int Runs => _sessions.Count;

    /// <summary>Serves one connection until it ends; closes it.</summary>
    /// <param name="stream">Both directions.</param>
    /// <param name="cancellation">Ends the connection; a run goes on.</param>
    public async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        var connection = new ServedConnection(stream, _sessions, _options);
        lock (_lock)
        {
            _connections.Add(connection);
        }

        try
        {
            await connection.RunAsync(cancellation);
        }
        finally
        {
            lock (_lock)
            {
                _connections.Remove(connection);
            }

            await connection.DisposeAsync();
        }
    }

    /// <summary>Cuts every connection; runs go on and wait for their clients.</summary>
    public void DropConnections()
    {
        ServedConnection[] all;
        lock (_lock)
        {
            all = [.. _connections];
        }

        foreach (var connection in all)
        {
            _ = connection.DisposeAsync().AsTask();
        }
    }

    /// <summary>
    /// Ends all at once, as when the machine goes down: connections are cut first, so that nobody hears of it; then requests are
    /// stopped and awaited.
    /// </summary>
    /// <remarks>What an executor on a machine that is down throws (<see cref="HostLostException"/> or other) is of no account.</remarks>
    public async ValueTask DisposeAsync()
    {
        DropConnections();
        await _sessions.StopAsync();
    }
}
