namespace Mullion.Simulation.Network;

/// <summary>A static route.</summary>
/// <param name="Destination">The prefix, such as <c>169.254.169.254/32</c>.</param>
/// <param name="NextHop">The gateway.</param>
/// <param name="Adapter">The adapter it lies on.</param>
/// <param name="Persistent">True when an administrator made it to stay; false for one that a cloud agent adds at each boot.</param>
public sealed record SimulatedRoute(
    string Destination,
    string NextHop,
    string Adapter,
    bool Persistent
)
{
    /// <summary>True when a vSwitch made it vanish.</summary>
    public bool Lost { get; init; }
}
