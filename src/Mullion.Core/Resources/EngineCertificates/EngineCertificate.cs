using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Mullion.Core.Certificates;

namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>
/// The certificate by which clients know an engine, and the authority by which the engine knows its clients: <c>ca.pem</c>,
/// <c>cert.pem</c> and <c>key.pem</c> in a folder of the host.
/// </summary>
public sealed record EngineCertificate : Resource
{
    internal const string KindName = "engine-certificate";

    /// <summary>The name under which a fresh certificate travels beside the blueprint, where one is needed.</summary>
    public const string CertificateSecret = "engine/certificate";

    /// <summary>The name under which its key travels.</summary>
    public const string KeySecret = "engine/key";

    /// <summary>Where the three files are.</summary>
    public required string Folder { get; init; }

    /// <summary>The authority's certificate, PEM; null where <see cref="Generator"/> makes one for this host.</summary>
    public string? Authority { get; init; }

    /// <summary>DNS names that clients use.</summary>
    public required IReadOnlyList<string> Dns { get; init; }

    /// <summary>Addresses that clients use.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>How long before its end it is made anew.</summary>
    public required TimeSpan RenewBefore { get; init; }

    /// <summary>The digest of the one certificate that is wanted, which somebody else signed; null for any that is good.</summary>
    public string? Wanted { get; init; }

    /// <summary>The image of UCP that makes certificate and authority on the host; null where they come to it.</summary>
    public string? Generator { get; init; }

    /// <summary>
    /// True when the spec wants it no longer. It stays as it is until the host is taken back: the engine may still run with it.
    /// </summary>
    public bool Dropped { get; init; }

    /// <summary>The three files.</summary>
    [JsonIgnore]
    public EngineCertificateFiles Files => new(Folder);

    /// <summary>All names that the certificate has to carry; none where its maker alone knows them.</summary>
    [JsonIgnore]
    public CertificateNames Names =>
        Generator is null
            ? CertificateNames.WithLocalhost(Dns, Addresses)
            : new CertificateNames([], []);

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"certificate of the engine in {Folder}";

    /// <summary>The digest by which certificates are told apart: the beginning of the SHA-256 of the PEM, lines ended by LF.</summary>
    internal static string Digest(string pem) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(pem.ReplaceLineEndings("\n").Trim()))
        )[..16];
}
