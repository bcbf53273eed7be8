namespace Mullion.Kubernetes.Objects.Certificates;

/// <summary>What certificate is asked for, and by whom.</summary>
public sealed record CertificateSigningRequestSpec : OpenRecord
{
    /// <summary>The PKCS#10 request: base64 of its PEM.</summary>
    public string? Request { get; init; }

    /// <summary>Who shall sign, such as <c>kubernetes.io/kube-apiserver-client-kubelet</c>; null only in version v1beta1.</summary>
    public string? SignerName { get; init; }

    /// <summary>How long it shall be good, in seconds; null as the signer likes.</summary>
    public int? ExpirationSeconds { get; init; }

    /// <summary>What it shall be good for, such as <c>client auth</c>.</summary>
    public IReadOnlyList<string>? Usages { get; init; }

    /// <summary>Who asked; written by the server.</summary>
    public string? Username { get; init; }

    /// <summary>That user's groups; written by the server.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}
