using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Network;

/// <summary>Interfaces, ports and HNS objects of a simulated host.</summary>
public sealed class SimulatedNetwork : IHostNetwork
{
    /// <summary>WSAENETUNREACH.</summary>
    private const int NetworkUnreachable = 10051;

    private readonly SimulatedHost _host;

    internal SimulatedNetwork(SimulatedHost host)
    {
        _host = host;
        Stack = new NetworkStack(host);
    }

    internal NetworkStack Stack { get; }

    /// <inheritdoc/>
    public IReadOnlyList<NetworkInterface> Interfaces() =>
        _host.Gate.Run("network.interfaces", "", () => Stack.Interfaces());

    /// <inheritdoc/>
    public IReadOnlyList<PortListener> Listeners() =>
        _host.Gate.Run<IReadOnlyList<PortListener>>(
            "network.listeners",
            "",
            () =>
                [
                    .. _host
                        .State.Listeners.Select(l => new PortListener(
                            l.Protocol,
                            l.Port,
                            l.Program,
                            l.ProcessId
                        ))
                        .Concat(_host.Engine.Slot.Listeners())
                        .OrderBy(l => l.Port)
                        .ThenBy(l => l.Protocol, StringComparer.Ordinal),
                ]
        );

    /// <inheritdoc/>
    public IReadOnlyList<HnsNetwork> HnsNetworks() =>
        _host.Gate.Run(
            "network.hnsNetworks",
            "",
            () =>
            {
                RequireHns("network.hnsNetworks", "");
                return HasHns ? Stack.HnsNetworks() : [];
            }
        );

    /// <inheritdoc/>
    public Task DeleteHnsNetworkAsync(string id, CancellationToken cancellation) =>
        _host.Gate.RunAsync(
            "network.deleteHnsNetwork",
            id,
            () =>
            {
                RequireHns("network.deleteHnsNetwork", id);
                Existing(id);
                return SlowHns.DeleteTime(_host);
            },
            () => Stack.Delete(Existing(id)),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<byte[]> ReadSwarmRootAsync(string manager, CancellationToken cancellation)
    {
        await _host.Gate.RunAsync(
            "network.readSwarmRoot",
            manager,
            () =>
                Stack.UsableAddresses().Any()
                    ? TimeSpan.Zero
                    : throw _host.Error("network.readSwarmRoot", manager, NetworkUnreachable),
            () => { },
            cancellation
        );
        return await _host.World.Swarm.ReadRootAsync(manager, cancellation);
    }

    /// <summary>Replaces an adapter by its name, or adds it, beneath the gate.</summary>
    public void Put(SimulatedAdapter adapter)
    {
        lock (_host.Sync)
        {
            _host.State.Adapters.RemoveAll(a => a.Name == adapter.Name);
            _host.State.Adapters.Add(adapter);
        }
    }

    /// <summary>Replaces an HNS network by its id, or adds it, beneath the gate.</summary>
    public void Put(SimulatedHnsNetwork network)
    {
        lock (_host.Sync)
        {
            _host.State.HnsNetworks.RemoveAll(n => n.Id == network.Id);
            _host.State.HnsNetworks.Add(network);
        }
    }

    /// <summary>A foreign program begins to listen.</summary>
    public void Put(SimulatedListener listener)
    {
        lock (_host.Sync)
        {
            _host.State.Listeners.Add(listener);
        }
    }

    /// <summary>A static route is added.</summary>
    public void Put(SimulatedRoute route)
    {
        lock (_host.Sync)
        {
            _host.State.Routes.Add(route);
        }
    }

    // Without the Containers feature there is no HNS to ask.
    private bool HasHns => _host.State.Services.ContainsKey("hns");

    private SimulatedHnsNetwork Existing(string id) =>
        _host.State.HnsNetworks.Find(n =>
            HasHns && string.Equals(n.Id, id, StringComparison.OrdinalIgnoreCase)
        ) ?? throw _host.Error("network.deleteHnsNetwork", id, WindowsError.HcnNetworkNotFound);

    // An HNS that is disabled gives an error (facts, row A14).
    private void RequireHns(string operation, string target)
    {
        if (_host.IsOff("hns"))
        {
            throw _host.Error(operation, target, WindowsError.ServiceNotActive);
        }
    }
}
