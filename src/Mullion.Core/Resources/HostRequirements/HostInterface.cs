namespace Mullion.Core.Resources.HostRequirements;

/// <summary>
/// The network interface that carries the node's traffic, chosen explicitly: by alias, MAC or address, of which at most one is
/// given. Only checked.
/// </summary>
public sealed record HostInterface : Resource
{
    internal const string KindName = "interface";

    /// <summary>The alias, such as <c>Ethernet</c>; still found when a vSwitch has made it <c>vEthernet (Ethernet)</c>.</summary>
    public string? Alias { get; init; }

    /// <summary>The MAC address, with hyphens or colons.</summary>
    public string? Mac { get; init; }

    /// <summary>An address it has.</summary>
    public string? Address { get; init; }

    /// <summary>Addresses of the spec that must be on it.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle =>
        Alias ?? Mac ?? Address ?? "the one interface of the host";
}
