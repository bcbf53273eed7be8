using Mullion.Core;

namespace Mullion.Kubernetes.Configuration;

/// <summary>Where a cluster's API is, how its server is known, and as whom to ask. Its text holds no secret.</summary>
public sealed record KubernetesConfiguration
{
    /// <summary>The API server; may have a path in front of the API's own (Rancher).</summary>
    public required Uri Server { get; init; }

    /// <summary>Where this comes from, for messages: the file and context.</summary>
    public string Source { get; init; } = "";

    /// <summary>Name of the context in the kubeconfig; null where there is none.</summary>
    public string? Context { get; init; }

    /// <summary>The namespace meant when none is named.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>PEM of the authorities that may sign the server's certificate; null trusts what this machine trusts.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>The name that the server's certificate must have, and that is sent as SNI; null is the host of <see cref="Server"/>.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Take any certificate. Whoever stands between reads and changes everything: warn where it is true.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>The proxy (<c>http</c>, <c>https</c> or <c>socks5</c>); null is the environment's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>As whom to ask.</summary>
    public KubernetesUser User { get; init; } = KubernetesUser.Anonymous;

    /// <summary>What the cluster's entry holds for credential plugins, as JSON; null for nothing.</summary>
    internal string? PluginConfig { get; init; }

    /// <summary>Whether the server proves who it is before anything secret is sent.</summary>
    public bool IsServerVerified => Server.Scheme == Uri.UriSchemeHttps && !SkipTlsVerify;

    /// <inheritdoc/>
    public override string ToString() => $"{Server} ({Source}) as {User}";

    /// <summary>A server's address as a kubeconfig has it.</summary>
    internal static Uri? ParseServer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
            ? uri
            : null;

    /// <summary>Fails where a text is no PEM of certificates.</summary>
    internal static string CheckAuthority(string pem, string where)
    {
        try
        {
            var found =
                new System.Security.Cryptography.X509Certificates.X509Certificate2Collection();
            found.ImportFromPem(pem);
            if (found.Count > 0)
            {
                return pem;
            }
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Said below.
        }

        throw new MullionException(
            $"{where} holds no certificate in PEM.",
            "Put the cluster's CA there: /etc/kubernetes/pki/ca.crt of a control plane."
        );
    }
}
