using System.Text.Json.Serialization;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Objects;

namespace Mullion.Kubernetes.Credentials;

/// <summary>The credentials that a plugin gives: a token, a certificate with its key, or both. No record: its text shows nothing.</summary>
internal sealed class ExecCredentialStatus
{
    public string? Token { get; init; }

    /// <summary>PEM, not base64 as in kubeconfigs.</summary>
    public string? ClientCertificateData { get; init; }

    public string? ClientKeyData { get; init; }

    /// <summary>When it ends; null for as long as the server takes it.</summary>
    [JsonConverter(typeof(SecondsTime))]
    public DateTimeOffset? ExpirationTimestamp { get; init; }

    public ClientCertificate? Certificate(ExecPlugin plugin) =>
        ClientCertificateData is { Length: > 0 } certificate
            ? ClientCertificate.Load(
                certificate,
                ClientKeyData ?? "",
                $"the credential plugin {plugin.Command}"
            )
            : null;
}
