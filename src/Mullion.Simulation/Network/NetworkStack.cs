using Mullion.Core.Hosts;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Network;

/// <summary>Interfaces, vSwitches and HNS below the gate: what the simulated Windows and the engine use.</summary>
internal sealed class NetworkStack(SimulatedHost host)
{
    /// <summary>HCN_E_ADAPTER_NOT_FOUND.</summary>
    public const int AdapterNotFound = unchecked((int)0x803B0006);

    private List<SimulatedAdapter> Adapters => host.State.Adapters;

    private List<SimulatedHnsNetwork> Networks => host.State.HnsNetworks;

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    /// <summary>The interfaces that IP knows: a NIC behind a vSwitch is seen as its vEthernet only.</summary>
    /// <param name="waited">True to see them as they are once they have the addresses they wait for.</param>
    public IReadOnlyList<NetworkInterface> Interfaces(bool waited = false) =>
        [.. Adapters.Select(a => View(a, waited)).OrderBy(i => i.Index)];

    /// <summary>HNS networks as HNS reports them.</summary>
    public IReadOnlyList<HnsNetwork> HnsNetworks() =>
        [
            .. Networks
                .Where(n => !(n.ShownFrom > Now))
                .OrderBy(n => n.Id, StringComparer.Ordinal)
                .Select(n => new HnsNetwork(n.Id, n.Name, n.Type, n.Adapter, ManagementAddress(n))),
        ];

    /// <summary>The host's IPv4 addresses on adapters that are not an internal network's.</summary>
    public IEnumerable<(string Address, string Interface)> UsableAddresses() =>
        from adapter in Adapters
        where adapter.Physical && adapter.Up
        let view = View(adapter)
        from address in view.Addresses
        where !address.Contains(':')
        select (address, view.Name);

    /// <summary>Makes the internal network of the engine's nat, with its interface.</summary>
    public void CreateNat()
    {
        if (Networks.Any(n => n.Name == "nat"))
        {
            return;
        }

        const string Alias = "vEthernet (nat)";
        Networks.Add(
            new SimulatedHnsNetwork(host.FreshGuid(), "nat", "nat")
            {
                Interface = Alias,
                MadeByEngine = true,
                Persistent = NonPersistentNetworks.NatIsPersistent(host),
            }
        );
        Adapters.RemoveAll(a => a.Name == Alias);
        Adapters.Add(
            new SimulatedAdapter(Alias, host.NextIndex(), "00-15-5D-D2-10-01", ["172.28.96.1"])
            {
                Physical = false,
            }
        );
    }

    /// <summary>
    /// Makes an overlay network, which needs a NIC: one whose vSwitch has nothing but the engine's overlays, or the first that is
    /// free. A NIC that another vSwitch owns, such as Hyper-V's external one, is none.
    /// </summary>
    /// <remarks>
    /// HNS picks the NIC itself; the swarm's addresses do not choose it (facts on the swarm protocol, section 12). One external
    /// vSwitch per NIC: facts on HCN, 7.4 and 7.8; hns-networks-response-2019-hyperv-external-vswitch-transparent.json.txt and
    /// new-hnsnetwork-2019-external-adapter-not-found-0x803b0006.txt.
    /// </remarks>
    /// <returns>0, or HNS' error.</returns>
    public int CreateOverlay(string name)
    {
        if (Networks.Any(n => n.Name == name))
        {
            return 0;
        }

        if (host.IsOff("hns"))
        {
            return WindowsError.ServiceNotActive;
        }

        var nic =
            Adapters.Find(a => a.Switched && HasOnlyOverlays(a))
            ?? Adapters.Find(a => a is { Physical: true, Up: true, Switched: false });
        if (nic is null)
        {
            return AdapterNotFound;
        }

        Networks.Add(
            new SimulatedHnsNetwork(host.FreshGuid(), name, "overlay")
            {
                Adapter = nic.Name,
                MadeByEngine = true,
            }
        );
        if (!nic.Switched && host.Has(SwitchTakesNic.Quirk))
        {
            TakeNic(nic);
        }

        return 0;
    }

    private bool HasOnlyOverlays(SimulatedAdapter nic)
    {
        var networks = Networks.FindAll(n => n.Adapter == nic.Name);
        return networks.Count > 0
            && networks.TrueForAll(n => n is { Type: "overlay", MadeByEngine: true });
    }

    /// <summary>Deletes a network; the last one on a NIC gives it back.</summary>
    public void Delete(SimulatedHnsNetwork network)
    {
        Networks.Remove(network);
        Adapters.RemoveAll(a => a.Name == network.Interface);
        if (
            network.Adapter is { } name
            && Networks.TrueForAll(n => n.Adapter != name)
            && Adapters.Find(a => a.Name == name && a.Switched) is { } nic
        )
        {
            Set(
                nic with
                {
                    Switched = false,
                    SwitchIndex = 0,
                    AddressesFrom = After(LateAddresses.AfterSwitch(host)),
                }
            );
            host.LoseConnections($"the vSwitch on {name} is gone");
        }
    }

    /// <summary>After a boot: flag-8 networks are gone, indexes are new, addresses are late, cloud agents add their routes.</summary>
    public void OnBoot()
    {
        foreach (var network in Networks.Where(n => !n.Persistent).ToList())
        {
            Networks.Remove(network);
            Adapters.RemoveAll(a => a.Name == network.Interface);
        }

        for (var i = 0; i < Networks.Count; i++)
        {
            Networks[i] = Networks[i] with { ShownFrom = After(LateNetworks.AfterBoot(host)) };
        }

        foreach (var adapter in Adapters.ToList())
        {
            Set(
                adapter with
                {
                    Index = host.Has(NewIndexes.Quirk) ? host.NextIndex() : adapter.Index,
                    SwitchIndex = adapter.Switched ? host.NextIndex() : 0,
                    AddressesFrom = adapter.Physical ? After(LateAddresses.AfterBoot(host)) : null,
                }
            );
        }

        var routes = host.State.Routes;
        for (var i = 0; i < routes.Count; i++)
        {
            var free = Adapters.Exists(a => a.Name == routes[i].Adapter && !a.Switched);
            routes[i] = routes[i] with { Lost = routes[i].Lost && (routes[i].Persistent || !free) };
        }
    }

    private void TakeNic(SimulatedAdapter nic)
    {
        Set(
            nic with
            {
                Switched = true,
                SwitchIndex = host.NextIndex(),
                AddressesFrom = After(LateAddresses.AfterSwitch(host)),
            }
        );
        var routes = host.State.Routes;
        for (var i = 0; i < routes.Count; i++)
        {
            if (routes[i].Adapter == nic.Name && host.Has(RoutesLost.Quirk))
            {
                routes[i] = routes[i] with { Lost = true };
            }
        }

        host.LoseConnections($"a vSwitch took {nic.Name}");
    }

    private NetworkInterface View(SimulatedAdapter adapter, bool waited = false)
    {
        var addresses = !waited && adapter.AddressesFrom > Now ? [] : adapter.Addresses;
        return adapter.Switched
            ? new NetworkInterface(
                SwitchTakesNic.Alias(adapter.Name),
                adapter.SwitchIndex,
                adapter.Mac,
                Physical: false,
                adapter.Up,
                addresses
            )
            : new NetworkInterface(
                adapter.Name,
                adapter.Index,
                adapter.Mac,
                adapter.Physical,
                adapter.Up,
                addresses
            );
    }

    private string? ManagementAddress(SimulatedHnsNetwork network) =>
        Adapters.Find(a => a.Name == network.Adapter) is { } nic
            ? View(nic).Addresses.FirstOrDefault(a => !a.Contains(':'))
            : null;

    private DateTimeOffset? After(TimeSpan time) => time > TimeSpan.Zero ? Now + time : null;

    private void Set(SimulatedAdapter adapter) =>
        Adapters[Adapters.FindIndex(a => a.Name == adapter.Name)] = adapter;
}
