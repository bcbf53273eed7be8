using System.Net.Http.Headers;
using Mullion.Core.Secrets;
using Mullion.Kubernetes.Connections;

namespace Mullion.Kubernetes.Credentials;

/// <summary>What a request shows of its sender. Its text holds no secret.</summary>
internal sealed class Credential(
    AuthenticationHeaderValue? header,
    ClientCertificate? certificate,
    IReadOnlyList<string> secrets
)
{
    /// <summary>The Authorization header; null for none.</summary>
    public AuthenticationHeaderValue? Header { get; } = header;

    /// <summary>Shown when the connection is made; null for none.</summary>
    public ClientCertificate? Certificate { get; } = certificate;

    /// <summary>A text without the secrets that were shown: a server or proxy may quote them.</summary>
    public string Scrub(string text)
    {
        foreach (var secret in secrets)
        {
            text = secret.Length == 0 ? text : text.Replace(secret, Redaction.Hidden);
        }

        return text;
    }
}
