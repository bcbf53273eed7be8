namespace Mullion.Core.Hosts;

/// <summary>A network of the Host Network Service.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name; for a Swarm overlay the swarm's network id.</param>
/// <param name="Type">As HNS spells it; compare ignoring case (<c>nat</c>, <c>Overlay</c>, <c>L2Bridge</c>, <c>Transparent</c>).</param>
/// <param name="Adapter">The NIC it holds; null where it holds none.</param>
/// <param name="ManagementAddress">The host address HNS took for it; null where there is none or not yet.</param>
public sealed record HnsNetwork(
    string Id,
    string Name,
    string Type,
    string? Adapter,
    string? ManagementAddress
);
