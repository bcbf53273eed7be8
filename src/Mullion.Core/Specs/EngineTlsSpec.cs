namespace Mullion.Core.Specs;

/// <summary>An engine that listens on the network, and lets in whom its authority knows: the <c>engine.tls</c> section.</summary>
public sealed record EngineTlsSpec
{
    /// <summary>Where it listens when the spec does not say, as Docker Enterprise expects it.</summary>
    public static readonly HostPort DefaultListenAddress = new("0.0.0.0", 2376);

    /// <summary>Where the nodes' certificates come from.</summary>
    public required CertificateSource Source { get; init; }

    /// <summary>Where the engine listens.</summary>
    public HostPort ListenAddress { get; init; } = DefaultListenAddress;

    /// <summary>IPv4 addresses and networks from which clients come; empty lets the firewall let in everybody.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];
}
