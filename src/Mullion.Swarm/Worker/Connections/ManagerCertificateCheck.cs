using System.Security.Cryptography.X509Certificates;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>Says what is wrong with the certificate that a manager showed, in the words a user can act on.</summary>
internal static class ManagerCertificateCheck
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The first thing wrong; null when the certificate is as demanded.</summary>
    public static ManagerCertificateException? Find(
        ManagerAddress address,
        ManagerTrust trust,
        X509Certificate? presented,
        X509Chain? presentedChain,
        TimeProvider time
    )
    {
        if (presented is null)
        {
            return new ManagerCertificateException($"{address} showed no certificate", false);
        }

        if (trust.RootCaPem is null)
        {
            return null;
        }

        using var certificate = new X509Certificate2(presented);
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(trust.RootCaPem);
        var shown = presentedChain?.ChainPolicy.ExtraStore ?? [];
        if (Problems(certificate, roots, shown, time) is { Length: > 0 } problems)
        {
            // In the middle of a rotation the way to the old root goes through the new one.
            var coming = CrossSigned.By(roots, shown);
            roots.AddRange(coming.ToArray());
            if (coming.Count == 0 || Problems(certificate, roots, shown, time).Length > 0)
            {
                return Untrusted(address, certificate, problems, time);
            }
        }

        return certificate.MatchesHostname(
            trust.ServerName,
            allowWildcards: false,
            allowCommonName: false
        )
            ? null
            : new ManagerCertificateException(
                $"the certificate that {address} showed is not a manager's ({certificate.Subject})",
                false
            );
    }

    private static X509ChainStatus[] Problems(
        X509Certificate2 certificate,
        X509Certificate2Collection roots,
        X509Certificate2Collection shown,
        TimeProvider time
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(shown);
        return chain.Build(certificate) ? [] : chain.ChainStatus;
    }

    private static ManagerCertificateException Untrusted(
        ManagerAddress address,
        X509Certificate2 certificate,
        X509ChainStatus[] problems,
        TimeProvider time
    )
    {
        if (SwarmSubject.CommonName(certificate.IssuerName) != SwarmNames.Ca)
        {
            return new ManagerCertificateException(
                $"the certificate that {address} showed was issued by '{certificate.Issuer}' and not by a Swarm",
                intercepted: true
            );
        }

        return problems.Any(p => p.Status == X509ChainStatusFlags.NotTimeValid)
            ? new ManagerCertificateException(
                $"the certificate that {address} showed is valid from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}, and the clock here says {time.GetUtcNow():u}",
                false
            )
            : new ManagerCertificateException(
                $"{address} is a manager of another Swarm, or of this one with another root CA ({certificate.Subject})",
                intercepted: false,
                otherRoot: true
            );
    }
}
