using System.Text.Json.Serialization;
using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Certificates;

/// <summary>Asks a signer of the cluster for a certificate.</summary>
public sealed record CertificateSigningRequest : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        new("certificates.k8s.io", "CertificateSigningRequest", ["v1", "v1beta1"]);

    /// <summary>What is asked for, and by whom. Never changes.</summary>
    public CertificateSigningRequestSpec? Spec { get; init; }

    /// <summary>Decision and certificate.</summary>
    public CertificateSigningRequestStatus? Status { get; init; }

    /// <summary>Somebody approved it.</summary>
    [JsonIgnore]
    public bool IsApproved => Has("Approved");

    /// <summary>Somebody denied it.</summary>
    [JsonIgnore]
    public bool IsDenied => Has("Denied");

    /// <summary>The signer refused it although it was approved.</summary>
    [JsonIgnore]
    public bool IsFailed => Has("Failed");

    private bool Has(string condition) => Status?.Conditions?.Any(c => c.Type == condition) == true;
}
