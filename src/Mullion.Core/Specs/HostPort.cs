namespace Mullion.Core.Specs;

/// <summary>A host and a TCP port.</summary>
/// <param name="Host">An IPv4 address or a DNS name.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record HostPort(string Host, int Port)
{
    /// <summary><c>host:port</c>.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
