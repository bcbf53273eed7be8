using Mullion.Core.Certificates;

namespace Mullion.Core.Specs;

/// <summary>An authority signs them whose key is somebody else's, such as a company's.</summary>
public sealed record OtherAuthority : CertificateSource
{
    /// <summary>The authority that the engine and its clients trust. PEM.</summary>
    public required FileReference Ca { get; init; }

    /// <summary>The folder with the nodes' keys, requests and certificates.</summary>
    public required FileReference Folder { get; init; }

    /// <summary>A file whose first line opens the keys; null when they are not sealed.</summary>
    public FileReference? PassphraseFile { get; init; }

    /// <summary>The kind of new keys.</summary>
    public KeyKind KeyType { get; init; }
}
