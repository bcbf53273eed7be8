using Mullion.Core;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Hosts;
using Mullion.Lab.Folders;
using Mullion.Remote;
using Mullion.Simulation;

namespace Mullion.Lab.Hosts;

/// <summary>
/// One machine of the lab: a simulated host, the socket of its executor, its power, and its file on the lab's disk.
/// </summary>
/// <remarks>
/// <code>
/// running ──power cut, restart──→ restarting ──delay──→ running
///    │ vSwitch: connections are cut and refused for a while; runs go on
/// </code>
/// </remarks>
internal sealed partial class LabHost : IAsyncDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    private readonly LabLog _log;
    private readonly LabServerOptions _options;
    private readonly HostFile _file;
    private readonly HostDoor _door;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _power = new(1);
    private volatile ExecutorServer? _server;
    private volatile bool _restartAsked;

    public LabHost(
        string name,
        SimulatedHost host,
        LabFolder folder,
        LabLog log,
        LabServerOptions options
    )
    {
        Name = name;
        Host = host;
        _log = log;
        _options = options;
        _file = new HostFile(host, folder.HostFile(name), options);
        _door = new HostDoor(folder.HostSocket(name), options.Clock, Serve);
    }

    public string Name { get; }

    public SimulatedHost Host { get; }

    public bool IsDown => Host.IsDown;

    public LabHostStatus Status() =>
        HostStatus.Of(
            this,
            _server is not null && !Host.IsDown ? LabHostState.Running
                : _power.CurrentCount == 0 ? LabHostState.Restarting
                : LabHostState.Off
        );

    public string Address() => HostStatus.Address(Host);

    /// <summary>Listens. A machine that was on when its lab was killed has had a power cut, and starts.</summary>
    public void Start(bool resumed)
    {
        if (resumed)
        {
            Host.CutPower();
            Host.Boot();
        }

        Host.ConnectionLost += (_, _) =>
        {
            var down = Host.IsDown;
            _ = Task.Run(() => OnConnectionLostAsync(down));
        };
        _server = NewServer();
        _file.Start();
        _door.Open();
    }

    /// <summary>Before anything is told: it is saved, and the machine is up.</summary>
    /// <exception cref="HostLostException">The machine is down.</exception>
    public void Tell()
    {
        if (Host.IsDown)
        {
            throw new HostLostException($"{Name} is down.");
        }

        Save();
    }

    /// <summary>Writes the host to the lab's disk, if anything happened since the last time.</summary>
    public void Save() => _file.Save();

    /// <summary>All that is on it, once nothing is pending any more.</summary>
    public async Task<LabSnapshot> SnapshotAsync()
    {
        await Host.QuietAsync();
        var snapshot = Host.Snapshot();
        return new LabSnapshot(snapshot.Objects, snapshot.Entries);
    }

    public void CutPower(int seed) => Host.CutPower(seed);

    /// <summary>Somebody asked Windows for a restart: the answer goes out first.</summary>
    public void RestartSoon()
    {
        _restartAsked = true;
        _ = Task.Run(() => RestartAsync(LastWords));
    }

    /// <summary>Restarts Windows in order.</summary>
    /// <exception cref="MullionException">It is down.</exception>
    public void Reboot()
    {
        if (Host.IsDown)
        {
            throw new MullionException($"{Name} is down.", $"Start it: mullion lab boot {Name}.");
        }

        try
        {
            Host.System.Reboot("somebody restarted it");
        }
        finally
        {
            RestartSoon();
        }
    }

    /// <summary>Starts a machine that is down.</summary>
    /// <exception cref="MullionException">It runs.</exception>
    public async Task BootAsync()
    {
        await _power.WaitAsync();
        try
        {
            if (!Host.IsDown)
            {
                throw new MullionException($"{Name} runs already.");
            }

            // Its old life may not have been cleared away yet: the power went a moment ago.
            await DownAsync();
            Up();
        }
        finally
        {
            _power.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _door.DisposeAsync();
        await _power.WaitAsync();
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }

        await _file.DisposeAsync();
        await Host.DisposeAsync();
        _stopping.Dispose();
    }

    private bool Serve(Stream stream)
    {
        if (_server is not { } server || Host.IsDown)
        {
            return false;
        }

        _ = server.ServeAsync(new PoweredStream(stream, Host), _stopping.Token);
        return true;
    }

    private ExecutorServer NewServer() =>
        new(
            () => new LabExecutor(new LocalExecutor(Host), this),
            new ExecutorServerOptions { Clock = _options.Clock }
        );
}
