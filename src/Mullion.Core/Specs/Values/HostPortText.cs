using System.Globalization;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A host and a port, where the port has a default.</summary>
internal static class HostPortText
{
    /// <summary>The port on which swarm managers listen.</summary>
    public const int SwarmPort = 2377;

    /// <summary>The port on which engines listen over TLS.</summary>
    private const int EnginePort = 2376;

    /// <summary>The port on which kubeadm's API servers listen.</summary>
    private const int ApiServerPort = 6443;

    private const string PortPattern = "(:[0-9]{1,5})?";

    /// <summary>Where nodes join: an address or a DNS name.</summary>
    public static readonly TextShape<HostPort> Join = new(
        "an address and port such as 10.0.0.5:2377",
        text => Parse(text, allowName: true, SwarmPort)
    )
    {
        Pattern = "^[A-Za-z0-9.-]+" + PortPattern + "$",
        Examples = ["10.0.0.5:2377", "manager.example:2377"],
    };

    /// <summary>An API server of Kubernetes: an address or a DNS name.</summary>
    public static readonly TextShape<HostPort> ApiServer = new(
        "an address and port such as 10.0.0.5:6443",
        text => Parse(text, allowName: true, ApiServerPort)
    )
    {
        Pattern = "^[A-Za-z0-9.-]+" + PortPattern + "$",
        Examples = ["10.0.0.5:6443", "api.shop.example:6443"],
    };

    /// <summary>Where a node listens: an address of its own, or all of them.</summary>
    public static readonly TextShape<HostPort> Listen = new(
        "an address and port such as 0.0.0.0:2377",
        text => Parse(text, allowName: false, SwarmPort)
    )
    {
        Pattern = "^" + Ipv4Text.Core + PortPattern + "$",
    };

    /// <summary>Where an engine listens: an address of its host, or all of them.</summary>
    public static readonly TextShape<HostPort> EngineListen = new(
        "an address and port such as 0.0.0.0:2376",
        text => Parse(text, allowName: false, EnginePort)
    )
    {
        Pattern = "^" + Ipv4Text.Core + PortPattern + "$",
    };

    /// <summary>Reads <c>host</c> or <c>host:port</c>; without <paramref name="defaultPort"/> the port must be there.</summary>
    public static Parsed<HostPort> Parse(string text, bool allowName, int? defaultPort)
    {
        if (text.Count(c => c == ':') > 1)
        {
            return Ipv4Text.Refuse(text);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var host = colon < 0 ? text : text[..colon];
        if (!Ipv4Text.IsAddress(host) && !(allowName && IsDnsName(host)))
        {
            return new Refusal(
                allowName
                    ? "this is neither an IPv4 address nor a DNS name"
                    : "this is not an IPv4 address",
                $"Write an address and a port such as 10.0.0.5:{defaultPort ?? SwarmPort}."
            );
        }

        if (colon < 0)
        {
            return defaultPort is { } port
                ? new HostPort(host, port)
                : new Refusal("the port is missing", "Add :port.");
        }

        return ParsePort(text[(colon + 1)..]) is { } given
            ? new HostPort(host, given)
            : new Refusal(
                "the port is not a number from 1 to 65535",
                $"Write {host}:{defaultPort ?? SwarmPort}, or the port that is meant."
            );
    }

    private static int? ParsePort(string text) =>
        text.Length is > 0 and <= 5
        && text.All(char.IsAsciiDigit)
        && text[0] != '0'
        && int.Parse(text, CultureInfo.InvariantCulture) is var port and <= 65535
            ? port
            : null;

    /// <summary>A name whose last part is a number would be a mistyped address.</summary>
    private static bool IsDnsName(string text)
    {
        var parts = text.Split('.');
        return text.Length <= 253
            && parts.All(NameText.IsName)
            && !parts[^1].All(char.IsAsciiDigit);
    }
}
