using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Mullion.Core.Hosts;

/// <summary>A network interface of a host.</summary>
/// <param name="Name">The alias, such as <c>Ethernet</c> or <c>vEthernet (Ethernet)</c>.</param>
/// <param name="Index">The interface index; a new one when a vSwitch takes the NIC.</param>
/// <param name="Mac">The MAC address, upper case with hyphens.</param>
/// <param name="Physical">True for hardware; false for vEthernet, loopback, tunnels.</param>
/// <param name="Up">True when connected.</param>
/// <param name="Addresses">IPv4 and IPv6 addresses without prefix length; may be empty for a while after a vSwitch was made.</param>
public sealed record NetworkInterface(
    string Name,
    int Index,
    string Mac,
    bool Physical,
    bool Up,
    IReadOnlyList<string> Addresses
)
{
    private const string Virtual = "vEthernet (";

    /// <summary>
    /// True for hardware, and for the host adapter of a vSwitch that took it over; false for what reaches no further than the host,
    /// such as the engine's NAT network.
    /// </summary>
    [JsonIgnore]
    public bool External =>
        Physical
        || (
            Name.StartsWith(Virtual, StringComparison.OrdinalIgnoreCase)
            && !Inner.Contains(Name[Virtual.Length..].TrimEnd(')'))
        );

    /// <summary>
    /// Its IPv4 addresses by which others reach it: without those that Windows takes for want of an answer from DHCP (169.254.0.0/16,
    /// windows-failures.md, A26), which it also has for a while before the answer comes.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> Reachable =>
        Addresses.Where(a =>
            !a.Contains(':') && !a.StartsWith("169.254.", StringComparison.Ordinal)
        );

    private static FrozenSet<string> Inner { get; } =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "nat", "Default Switch");
}
