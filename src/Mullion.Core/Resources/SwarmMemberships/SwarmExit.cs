using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>
/// Takes the engine out of its swarm, in whatever state others left it, and what the swarm's networks left on the host with it.
/// </summary>
internal sealed class SwarmExit(IHost host)
{
    private readonly SettledEngine _engine = new(host);
    private readonly AwakeEngine _awake = new(host);
    private readonly EngineNetworks _networks = new(host);

    public async Task LeaveAsync(
        SwarmMembership resource,
        Prior prior,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var service = host.Services.Find(SettledEngine.Service);
        if (service is { State: ServiceState.Stopped })
        {
            await LeaveAsleepAsync(resource, report, cancellation);
        }
        else if (service is not null)
        {
            await LeaveAwakeAsync(resource, report, cancellation);
        }

        await ClearAsync(resource, prior, report, cancellation);
    }

    /// <summary>
    /// The overlay networks that stand in HNS and were not there before: an engine that was killed leaves them, and so does one for
    /// which HNS was too slow when it left (moby, daemon/daemon.go: DaemonLeavesCluster).
    /// </summary>
    public async Task<IReadOnlyList<HnsNetwork>> OverlaysAsync(
        Prior prior,
        CancellationToken cancellation
    ) =>
        host.Services.Find(SettledEngine.Service) is null
            ? []
            :
            [
                .. (await _networks.OverlaysAsync(cancellation)).Where(n =>
                    !prior.Territory.Contains(EngineNetworks.Place(n))
                ),
            ];

    private async Task ClearAsync(
        SwarmMembership resource,
        Prior prior,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var left = await OverlaysAsync(prior, cancellation);
        if (left.Count == 0)
        {
            return;
        }

        var addresses = new AddressWatch(host, resource);
        foreach (var network in left)
        {
            report($"deleting the HNS network {network.Name}, which the engine left behind");
            await host.Network.DeleteHnsNetworkAsync(network.Id, cancellation);
        }

        await addresses.BackAsync(report, cancellation);
    }

    private async Task LeaveAwakeAsync(
        SwarmMembership resource,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        if ((await _engine.AnsweringAsync(cancellation)).Swarm.State != "inactive")
        {
            report("leaving the swarm");
            var addresses = new AddressWatch(host, resource);
            await host.Engine.LeaveSwarmAsync(force: false, cancellation);
            await addresses.BackAsync(report, cancellation);
        }
    }

    /// <summary>Only the engine itself can leave: it is woken for that, and stopped again.</summary>
    private async Task LeaveAsleepAsync(
        SwarmMembership resource,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        if (await new MembershipReader(host).ReadAsync(cancellation) is null)
        {
            return;
        }

        // Mullion's own engine, of which an interrupted upgrade left a part, cannot run and so cannot leave. It goes with its
        // networks and data; the managers see the node down all the same.
        if (_awake.Lost)
        {
            report("taking away the swarm folder of an engine that is not whole");
            host.Files.DeleteTree(HostPaths.EngineData + @"\swarm");
            return;
        }

        await _awake.RunAsync(
            "leave the swarm",
            () => LeaveAwakeAsync(resource, report, cancellation),
            report,
            cancellation
        );
    }
}
