using System.Globalization;
using System.Net;

namespace Mullion.Simulation.Firewall;

/// <summary>What the firewall takes as ports, addresses and profiles (documentation of New-NetFirewallRule).</summary>
internal static class FirewallSyntax
{
    private static readonly string[] Profiles = ["Domain", "Private", "Public"];

    private static readonly string[] PortWords = ["RPC", "RPCEPMap", "IPHTTPS"];

    private static readonly string[] AddressWords =
    [
        "LocalSubnet",
        "DNS",
        "DHCP",
        "WINS",
        "DefaultGateway",
        "Internet",
        "Intranet",
    ];

    /// <summary><c>Any</c>, or ports and ranges.</summary>
    public static bool ArePorts(string text) =>
        text == "Any" || text.Split(',').All(p => PortWords.Contains(p) || IsRange(p, IsPort));

    /// <summary><c>Any</c>, or addresses, prefixes, ranges and keywords.</summary>
    public static bool AreAddresses(string text) =>
        text == "Any"
        || text.Split(',')
            .All(a =>
                AddressWords.Contains(a)
                || IPNetwork.TryParse(a, out _)
                || IsRange(a, s => IPAddress.TryParse(s, out _))
            );

    /// <summary><c>Any</c>, or some of Domain, Private and Public.</summary>
    public static bool AreProfiles(string text) =>
        text == "Any" || text.Split(',').All(p => Profiles.Contains(p.Trim()));

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsRange(string text, Func<string, bool> one)
    {
        var ends = text.Split('-');
        return ends.Length <= 2 && ends.All(one);
    }
}
