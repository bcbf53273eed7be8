using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Mullion.Core;
using Mullion.Lab.Control;
using Mullion.Lab.Folders;
using Mullion.Lab.Gateways;
using Mullion.Lab.Hosts;
using Mullion.Lab.SwarmManager;
using Mullion.Simulation;

namespace Mullion.Lab;

/// <summary>
/// The lab itself: simulated hosts, each behind a socket that speaks the executor protocol, and a simulated Swarm manager.
/// </summary>
/// <remarks>
/// Hosts are saved as they change; what their executor told was saved before. A lab process that is killed is a power cut for its
/// hosts: the next one on the same folder starts them again. The simulated manager keeps nothing and is a new swarm then.
/// </remarks>
public sealed class LabServer : IAsyncDisposable
{
    private readonly FileStream _lock;
    private readonly LabFolder _folder;
    private readonly LabLog _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _stopped = new();
    private readonly Socket _listener = new(
        AddressFamily.Unix,
        SocketType.Stream,
        ProtocolType.Unspecified
    );

    private LabHosts? _hosts;
    private ITimer? _watch;
    private SimulatedSwarmManager? _manager;
    private Task _serving = Task.CompletedTask;

    private LabServer(LabFolder folder, FileStream held, TimeProvider clock)
    {
        _folder = folder;
        _lock = held;
        _log = new LabLog(folder, clock);
    }

    /// <summary>Done when somebody asked the lab to end.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Runs a lab until it is asked to end. This is what <c>mullion lab serve</c> does.</summary>
    /// <param name="folder">Where it lives; made where it is not.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="MullionException">Another lab process has the folder, or something cannot be listened on.</exception>
    public static async Task RunAsync(
        LabFolder folder,
        LabServerOptions options,
        CancellationToken cancellation
    )
    {
        var signals = options.OwnProcess ? Ignore() : [];
        if (options.OwnProcess)
        {
            OwnProcess.Detach();
        }

        await using var server = await StartAsync(folder, options);
        using var unheard = options.OwnProcess ? new UnheardFailures(server._log) : null;
        using var term = options.OwnProcess
            ? PosixSignalRegistration.Create(
                PosixSignal.SIGTERM,
                signal =>
                {
                    signal.Cancel = true;
                    server._stopped.TrySetResult();
                }
            )
            : null;
        await using var cancelled = cancellation.Register(() => server._stopped.TrySetResult());
        await server.Stopped;
        signals.ForEach(s => s.Dispose());
    }

    /// <summary>Starts a lab in this process; ready when it returns.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async Task<LabServer> StartAsync(LabFolder folder, LabServerOptions options)
    {
        folder.Create();
        var server = new LabServer(folder, Take(folder), options.Clock);
        try
        {
            await server.StartAsync(options);
            return server;
        }
        catch (Exception e)
        {
            server._log.Error("the lab did not start", e);
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it. The folder stays; hosts find themselves after a power cut the next time.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopped.TrySetResult();
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        _listener.Dispose();
        await _serving;
        if (_hosts is not null)
        {
            await _hosts.DisposeAsync();
        }

        if (_manager is not null)
        {
            await _manager.DisposeAsync();
        }

        if (!IsTakenAway())
        {
            OwnerOnly.Delete(_folder.ControlSocket);
        }

        await _lock.DisposeAsync();
    }

    private async Task StartAsync(LabServerOptions options)
    {
        if (options.Manager)
        {
            _manager = await SimulatedSwarmManager.StartAsync(
                new SimulatedSwarmManagerOptions
                {
                    EngineSocket = _folder.ManagerSocket,
                    ClusterAddress = options.ManagerAddress,
                    Clock = options.Clock,
                    HeartbeatPeriod = options.Heartbeat,
                }
            );
        }

        var world = new SimulatedWorld
        {
            Clock = options.Clock,
            Swarm = new WireSwarmGateway(options.Clock),
            Web = LabEngineCatalogue.Instance.Web(),
            Registries = LabRegistries.Create(),
        };
        _hosts = new LabHosts(_folder, _log, options, world);
        _hosts.Load();
        var manager = _manager is { } m ? new LabManagerStatus(m.Endpoint, m.ClusterAddress) : null;
        var control = new LabControl(_folder, _hosts, manager, () => _stopped.TrySetResult());
        File.Delete(_folder.ControlSocket);
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.ControlSocket));
        OwnerOnly.Restrict(_folder.ControlSocket);
        _listener.Listen();
        _serving = Task.Run(() => control.ServeAsync(_listener, _stopping.Token));
        _watch = options.Clock.CreateTimer(
            _ => EndIfTakenAway(),
            null,
            options.SaveInterval,
            options.SaveInterval
        );
    }

    /// <summary>A lab that nobody can find any more would run for ever.</summary>
    private void EndIfTakenAway()
    {
        if (IsTakenAway() || !File.Exists(_folder.ControlSocket))
        {
            _stopped.TrySetResult();
        }
    }

    /// <summary>Whether the folder has gone, or is another lab's by now: then the lock at its path is another file than ours.</summary>
    private bool IsTakenAway() =>
        !_folder.IsLab
        || File.GetLastWriteTimeUtc(_folder.Lock) != File.GetLastWriteTimeUtc(_lock.SafeFileHandle);

    private static FileStream Take(LabFolder folder)
    {
        try
        {
            var held = new FileStream(
                folder.Lock,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            File.WriteAllText(
                folder.ProcessNote,
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
            );
            return held;
        }
        catch (IOException)
        {
            throw new MullionException(
                $"Another lab process has {folder}.",
                "Use it, or end it with mullion lab stop."
            );
        }
    }

    /// <summary>A terminal's Ctrl-C and its closing concern whoever works there, not the lab.</summary>
    private static List<PosixSignalRegistration> Ignore() =>
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(s =>
                PosixSignalRegistration.Create(s, context => context.Cancel = true)
            ),
        ];
}
