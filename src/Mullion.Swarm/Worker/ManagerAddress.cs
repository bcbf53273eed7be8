using System.Globalization;
using Mullion.Core;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker;

/// <summary>Where a manager of a Swarm listens for nodes.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">Port, 2377 by default.</param>
public sealed record ManagerAddress(string Host, int Port)
{
    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>[v6]:port</c>.</summary>
    /// <exception cref="MullionException">The text is none of these.</exception>
    public static ManagerAddress Parse(string text)
    {
        var (host, port) = Split(text.Trim());
        var number = SwarmNames.DefaultPort;
        if (
            Uri.CheckHostName(host) == UriHostNameType.Unknown
            || (
                port is not null
                && !(
                    int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                    && number is > 0 and <= 65535
                )
            )
        )
        {
            throw new MullionException(
                $"The manager address '{text}' is not valid: it is neither HOST nor HOST:PORT.",
                "Write it as the manager advertises it, such as 10.0.0.5:2377."
            );
        }

        return new ManagerAddress(host, number);
    }

    /// <summary><c>host:port</c>.</summary>
    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    private static (string Host, string? Port) Split(string text)
    {
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            var rest = text[(end + 1)..];
            return (text[1..end], rest.Length == 0 ? null : rest.TrimStart(':'));
        }

        return text.Split(':') is [var host, var port] ? (host, port) : (text, null);
    }
}
