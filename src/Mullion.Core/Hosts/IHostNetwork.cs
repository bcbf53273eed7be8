namespace Mullion.Core.Hosts;

/// <summary>Interfaces, ports and HNS objects.</summary>
public interface IHostNetwork
{
    /// <summary>The interfaces as they are now; indexes and aliases change when a vSwitch is made.</summary>
    IReadOnlyList<NetworkInterface> Interfaces();

    /// <summary>Who listens on ports of this host.</summary>
    IReadOnlyList<PortListener> Listeners();

    /// <summary>HNS networks. An HNS that does not answer is an error, never an empty list.</summary>
    IReadOnlyList<HnsNetwork> HnsNetworks();

    /// <summary>Deletes an HNS network with its endpoints; takes a vSwitch off its NIC where it was the last on it.</summary>
    Task DeleteHnsNetworkAsync(string id, CancellationToken cancellation);

    /// <summary>
    /// Asks a Swarm manager for its root CA, from this host, by the route the engine will take.
    /// </summary>
    /// <param name="manager">Host and port of the manager's cluster address, such as <c>10.0.0.5:2377</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The PEM bundle exactly as it was sent; its SHA-256 is what a join token pins.</returns>
    /// <exception cref="HostException">Not reachable, or what answered is no Swarm manager.</exception>
    Task<byte[]> ReadSwarmRootAsync(string manager, CancellationToken cancellation);
}
