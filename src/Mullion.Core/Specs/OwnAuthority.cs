using Mullion.Core.Certificates;

namespace Mullion.Core.Specs;

/// <summary>Mullion issues them, with an authority whose key is at hand.</summary>
public sealed record OwnAuthority : CertificateSource
{
    /// <summary>The authority that the engine and its clients trust. PEM.</summary>
    public required FileReference Ca { get; init; }

    /// <summary>The authority's key. Only its path is ever kept here.</summary>
    public required FileReference CaKey { get; init; }

    /// <summary>A file whose first line opens <see cref="CaKey"/>; null when it is not sealed.</summary>
    public FileReference? PassphraseFile { get; init; }

    /// <summary>The kind of the nodes' keys.</summary>
    public KeyKind KeyType { get; init; }

    /// <summary>How many days a certificate is good.</summary>
    public int Days { get; init; } = 365;
}
