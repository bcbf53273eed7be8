namespace Mullion.Kubernetes.Objects.Certificates;

/// <summary>What became of a request.</summary>
public sealed record CertificateSigningRequestStatus : OpenRecord
{
    /// <summary><c>Approved</c>, <c>Denied</c>, <c>Failed</c>; none while it is pending.</summary>
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>The certificate: base64 of its PEM; null until it is issued.</summary>
    public string? Certificate { get; init; }
}
