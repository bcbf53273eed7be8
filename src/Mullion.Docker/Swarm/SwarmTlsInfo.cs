namespace Mullion.Docker.Swarm;

/// <summary>What a Swarm, or a node of it, trusts.</summary>
public sealed record SwarmTlsInfo
{
    /// <summary>Root CA, PEM.</summary>
    public string TrustRoot { get; init; } = "";

    /// <summary>Base64 of the DER of the issuer's name.</summary>
    public string CertIssuerSubject { get; init; } = "";

    /// <summary>Base64 of the DER of the issuer's public key.</summary>
    public string CertIssuerPublicKey { get; init; } = "";
}
