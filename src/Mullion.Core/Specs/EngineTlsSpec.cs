using Mullion.Core.Certificates;

namespace Mullion.Core.Specs;

/// <summary>An engine that listens on the network, and lets in whom its authority knows: the <c>engine.tls</c> section.</summary>
public sealed record EngineTlsSpec
{
    /// <summary>Where it listens when the spec does not say, as Docker Enterprise expects it.</summary>
    public static readonly HostPort DefaultListenAddress = new("0.0.0.0", 2376);

    /// <summary>The authority that the engine and its clients trust. PEM.</summary>
    public required FileReference Ca { get; init; }

    /// <summary>
    /// The authority's key, with which Mullion issues the nodes' certificates; null where <see cref="Certificates"/> has them. Only its path is
    /// ever kept here.
    /// </summary>
    public FileReference? CaKey { get; init; }

    /// <summary>
    /// The folder with the nodes' certificates and keys, for an authority whose key is somebody else's; null where <see cref="CaKey"/>
    /// issues them.
    /// </summary>
    public FileReference? Certificates { get; init; }

    /// <summary>A file whose first line opens <see cref="CaKey"/>, or the keys of <see cref="Certificates"/>; null when they are not sealed.</summary>
    public FileReference? PassphraseFile { get; init; }

    /// <summary>The kind of the nodes' keys.</summary>
    public KeyKind KeyType { get; init; }

    /// <summary>How many days a certificate is good.</summary>
    public int Days { get; init; } = 365;

    /// <summary>Where the engine listens.</summary>
    public HostPort ListenAddress { get; init; } = DefaultListenAddress;

    /// <summary>IPv4 addresses and networks from which clients come; empty lets the firewall let in everybody.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];
}
