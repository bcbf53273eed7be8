namespace Mullion.Simulation.Network;

/// <summary>A network of the Host Network Service.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">As HNS spells it.</param>
public sealed record SimulatedHnsNetwork(string Id, string Name, string Type)
{
    /// <summary>The physical adapter it holds through a vSwitch; null for an internal one.</summary>
    public string? Adapter { get; init; }

    /// <summary>The virtual interface that was made with it; null for none.</summary>
    public string? Interface { get; init; }

    /// <summary>True when the engine made it and would take it away again.</summary>
    public bool MadeByEngine { get; init; }

    /// <summary>False for one with flag 8, which does not outlive a boot.</summary>
    public bool Persistent { get; init; } = true;

    /// <summary>From when on HNS shows it; null when it does.</summary>
    public DateTimeOffset? ShownFrom { get; init; }
}
