using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Mullion.Core.Certificates;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Connections;

/// <summary>
/// Decides whether a server's certificate is taken: signed by one of the given authorities and no other, or by one that this
/// machine trusts where none is given; in force; for the host's name.
/// </summary>
internal sealed class ServerTrust(KubernetesConfiguration configuration, TimeProvider time)
{
    private readonly X509Certificate2Collection _roots = Roots(configuration);
    private readonly string _host = configuration.TlsServerName ?? configuration.Server.IdnHost;

    /// <summary>How the chain is built; null as the machine does it.</summary>
    public static X509ChainPolicy Policy(KubernetesConfiguration configuration)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (configuration.CertificateAuthority is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(Roots(configuration));
        }

        return policy;
    }

    public bool Check(
        object sender,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        if (errors == SslPolicyErrors.None || configuration.SkipTlsVerify)
        {
            return true;
        }

        if (certificate is not X509Certificate2 shown || chain is null)
        {
            throw new RejectedCertificateException(
                "it shows no certificate",
                "Check that the address is that of an API server."
            );
        }

        if (
            errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            && !ReachesIntermediate(chain)
        )
        {
            throw Explain(shown, chain);
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? throw WrongName(shown)
            : true;
    }

    /// <summary>
    /// A given authority may itself be signed by another that is not given (a company's root above the cluster's own): that is
    /// trusted as kubectl does, though .NET wants a chain to end in a root.
    /// </summary>
    private bool ReachesIntermediate(X509Chain chain) =>
        _roots.Count > 0
        && chain.ChainStatus.All(s =>
            s.Status is X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.NoError
        )
        && chain.ChainElements is { Count: > 0 } elements
        && _roots.Any(r => r.RawDataMemory.Span.SequenceEqual(elements[^1].Certificate.RawData));

    private RejectedCertificateException Explain(X509Certificate2 shown, X509Chain chain)
    {
        var now = time.GetUtcNow();
        var facts = chain.ChainElements.Select(e => e.Certificate).Prepend(shown);
        foreach (var certificate in facts)
        {
            var begins = new DateTimeOffset(certificate.NotBefore).ToUniversalTime();
            if (begins > now)
            {
                return new(
                    $"TLS failed (the certificate {certificate.Subject} is not valid before {begins:u}, and it is {now:u} on this machine)",
                    "Set the clocks of this machine and of the control plane right."
                );
            }

            var ends = new DateTimeOffset(certificate.NotAfter).ToUniversalTime();
            if (ends < now)
            {
                return new(
                    $"TLS failed (the certificate {certificate.Subject} expired at {ends:u}, and it is {now:u} on this machine)",
                    "Renew the control plane's certificates (`kubeadm certs renew all`), or set this machine's clock right."
                );
            }
        }

        var words = string.Join(", ", chain.ChainStatus.Select(s => s.Status).Distinct());
        return configuration.CertificateAuthority is null
            ? new(
                $"TLS failed (the server's certificate is issued by {shown.Issuer}, which this machine does not trust: {words})",
                "Give the cluster's CA: certificate-authority-data of the kubeconfig."
            )
            : new(
                $"TLS failed (the server's certificate is not signed by the cluster's CA but issued by {shown.Issuer}: {words})",
                "Take a kubeconfig of this very cluster; somebody may stand between."
            );
    }

    private RejectedCertificateException WrongName(X509Certificate2 shown)
    {
        var names = CertificateFacts.Read(shown.ExportCertificatePem())?.Names;
        var all = names is null ? [] : names.Dns.Concat(names.Addresses);
        return new(
            $"TLS failed (the server's certificate is not for {_host} but for {string.Join(", ", all)})",
            "Write one of these names into the kubeconfig's server, or into its tls-server-name."
        );
    }

    private static X509Certificate2Collection Roots(KubernetesConfiguration configuration)
    {
        var roots = new X509Certificate2Collection();
        if (configuration.CertificateAuthority is { } pem)
        {
            roots.ImportFromPem(pem);
        }

        return roots;
    }
}
