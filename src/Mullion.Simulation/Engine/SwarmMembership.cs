using System.Diagnostics.CodeAnalysis;
using Mullion.Core;
using Mullion.Core.Hosts;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Engine;

/// <summary>
/// An engine's place in a swarm: in none, joining, in one, or failed. Call with the host held, apart from <see cref="EnterAsync"/>.
/// </summary>
/// <remarks>
/// Order as in moby: docker-state.json with JoinInProgress is written, then the node enrols, then its identity is written, then
/// it connects. A power cut after enrolling and before writing leaves a node at the manager that nobody is; one while joining
/// leaves an engine in state <c>error</c>, because the token is not on the disk: it must leave and join again.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source has neither a timer nor a link; it is cancelled when the engine's process ends."
)]
internal sealed class SwarmMembership(SimulatedHost host, EngineProcess engine)
{
    /// <summary>After this long a join goes on in the background (swarmConnectTimeout in moby).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly SwarmAddresses _addresses = new(host);
    private CancellationTokenSource _life = new();
    private readonly SwarmFolder _folder = new(host.Store, engine.DataRoot);
    private SwarmNodeState? _state;
    private ISwarmSession? _session;
    private SwarmIdentity? _identity;
    private string? _error;

    /// <summary>True unless the engine is in no swarm.</summary>
    public bool Exists => _state is not null;

    /// <summary>True when managers have it and its network agent runs.</summary>
    public bool Active => _session?.State == "active";

    /// <summary>The file that is open while in a swarm; null when it is in none.</summary>
    public string? OpenFile => _identity is null ? null : _folder.TaskDatabase;

    /// <summary>Takes up what an earlier run of the engine left.</summary>
    public void Restore()
    {
        _state = _folder.ReadState();
        if (_state is null)
        {
            return;
        }

        if (_folder.ReadIdentity() is { } identity)
        {
            Connect(identity);
        }
        else
        {
            _error = EngineErrors.TokenGone;
        }
    }

    /// <summary>Checks a request as the engine does, and writes down that the join has begun.</summary>
    public void Begin(SwarmJoin request)
    {
        if (Exists)
        {
            throw Error(EngineErrors.Unavailable, EngineErrors.InSwarm);
        }

        _addresses.Check(request);
        _error = null;
        _life = new CancellationTokenSource();
        Write(_addresses.StateOf(request));
    }

    /// <summary>Enrols, writes the identity, connects, and waits for the session; throws when the swarm refuses.</summary>
    public async Task EnterAsync(SwarmJoin request)
    {
        var life = _life.Token;
        var deadline = host.Clock.GetUtcNow() + Patience;
        SwarmIdentity identity;
        try
        {
            identity = await host.World.Swarm.EnrollAsync(request, engine.Node, life);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            return;
        }
        catch (MullionException e)
        {
            throw Error(EngineErrors.ServerError, e is HostException h ? h.Reason : e.Message);
        }

        lock (host.Sync)
        {
            if (life.IsCancellationRequested)
            {
                return;
            }

            host.Gate.Step("engine.enrolled", identity.NodeId);
            _folder.Write(identity);
            host.Gate.Step("engine.identityWritten", identity.NodeId);
            Connect(identity);
        }

        while (
            _session is { State: "pending" } && host.Clock.GetUtcNow() < deadline && !host.IsDown
        )
        {
            await Task.Delay(Poll, host.Clock, CancellationToken.None);
        }

        lock (host.Sync)
        {
            Refresh();
        }

        if (_session is { State: "error" } failed)
        {
            throw Error(EngineErrors.ServerError, failed.Error);
        }
    }

    /// <summary>What <c>docker info</c> says.</summary>
    public EngineSwarmInfo Info()
    {
        Refresh();
        if (_state is null)
        {
            return new EngineSwarmInfo("inactive", "", "", Manager: false, "", []);
        }

        var error = _error ?? (_session?.State == "error" ? _session.Error : "");
        return new EngineSwarmInfo(
            error.Length > 0 ? "error" : _session?.State ?? "pending",
            _identity?.NodeId ?? "",
            NodeAddress(),
            Manager: false,
            error,
            _identity?.Managers ?? []
        );
    }

    /// <summary>Leaves: the engine forgets, the managers are not told.</summary>
    public void Leave()
    {
        Disconnect();
        _state = null;
        _identity = null;
        _error = null;
        _folder.Clear();
    }

    /// <summary>The engine's process is gone.</summary>
    public void Disconnect()
    {
        _life.Cancel();
        if (_session is { } session)
        {
            _session = null;
            host.EndLater(session);
        }
    }

    private void Connect(SwarmIdentity identity)
    {
        _identity = identity;
        _session = host.World.Swarm.Connect(identity, engine.Node, engine);
        Refresh();
    }

    /// <summary>Writes down what the session has learnt: it stands, or certificates and managers are new.</summary>
    private void Refresh()
    {
        if (_session is null || _state is null || host.IsDown)
        {
            return;
        }

        if (_state.JoinInProgress && Active)
        {
            Write(_state with { JoinInProgress = false });
        }

        if (!ReferenceEquals(_session.Identity, _identity))
        {
            _identity = _session.Identity;
            _folder.Write(_identity);
        }
    }

    /// <summary>A join that went on in the background came to nothing: the engine stays, in state <c>error</c>.</summary>
    public void Fail(string reason)
    {
        lock (host.Sync)
        {
            if (!_life.IsCancellationRequested)
            {
                _error = reason;
            }
        }
    }

    /// <summary>A join failed while its caller waited: the engine keeps nothing of it.</summary>
    public void GiveUp()
    {
        lock (host.Sync)
        {
            if (!host.IsDown)
            {
                Leave();
            }
        }
    }

    private void Write(SwarmNodeState state)
    {
        _state = state;
        _folder.Write(state);
    }

    private string NodeAddress() =>
        _state is { AdvertiseAddr.Length: > 0 }
            ? SwarmAddresses.HostOf(_state.AdvertiseAddr)
            : host.Network.Stack.UsableAddresses().Select(a => a.Address).FirstOrDefault() ?? "";

    private static HostException Error(int status, string text) =>
        EngineErrors.Of("engine.join", "swarm", status, text);
}
