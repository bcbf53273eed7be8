using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Mullion.Core.Certificates;

/// <summary>The names under which a server is reached: what its certificate has to carry.</summary>
/// <param name="Dns">DNS names, lower case.</param>
/// <param name="Addresses">IPv4 and IPv6 addresses, as .NET writes them.</param>
public sealed partial record CertificateNames(
    IReadOnlyList<string> Dns,
    IReadOnlyList<string> Addresses
)
{
    /// <summary>Names with those by which every machine reaches itself.</summary>
    public static CertificateNames WithLocalhost(
        IEnumerable<string> dns,
        IEnumerable<string> addresses
    ) =>
        new(
            [.. dns.Select(d => d.ToLowerInvariant()).Append("localhost").Distinct()],
            [.. addresses.Select(Canonical).Append("127.0.0.1").Append("::1").Distinct()]
        );

    /// <summary>Whether a text can be a DNS name in a certificate; a whole first label may be <c>*</c>.</summary>
    public static bool IsDns(string text) => text.Length <= 253 && DnsName().IsMatch(text);

    /// <summary>Whether a text is an address, and not a number that is read as one.</summary>
    public static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address)
        && !text.Contains('%')
        && (text.Contains(':') || address.ToString() == text);

    /// <summary>Names of these that others lack.</summary>
    public IEnumerable<string> LackedBy(CertificateNames others) =>
        Dns.Except(others.Dns).Concat(Addresses.Except(others.Addresses));

    internal X509Extension Extension()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in Dns)
        {
            builder.AddDnsName(name);
        }

        foreach (var address in Addresses)
        {
            builder.AddIpAddress(IPAddress.Parse(address));
        }

        return builder.Build();
    }

    private static string Canonical(string address) => IPAddress.Parse(address).ToString();

    [GeneratedRegex(
        @"^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex DnsName();
}
