namespace Mullion.Simulation.Network;

/// <summary>A network adapter.</summary>
/// <param name="Name">The alias while no vSwitch is on it.</param>
/// <param name="Index">Its interface index.</param>
/// <param name="Mac">Upper case with hyphens.</param>
/// <param name="Addresses">Its addresses, once it has them.</param>
public sealed record SimulatedAdapter(
    string Name,
    int Index,
    string Mac,
    IReadOnlyList<string> Addresses
)
{
    /// <summary>False for a virtual one such as <c>vEthernet (nat)</c>.</summary>
    public bool Physical { get; init; } = true;

    /// <summary>True when its cable is in.</summary>
    public bool Up { get; init; } = true;

    /// <summary>From when on it has its addresses; null when it has them.</summary>
    public DateTimeOffset? AddressesFrom { get; init; }

    /// <summary>True while a vSwitch has it: then the host sees <c>vEthernet (NAME)</c> instead.</summary>
    public bool Switched { get; init; }

    /// <summary>The index of its vEthernet while it has one.</summary>
    public int SwitchIndex { get; init; }
}
