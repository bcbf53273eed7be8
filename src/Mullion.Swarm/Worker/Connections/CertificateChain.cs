using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>A node certificate as managers hand it out: the leaf, then the new root signed by the old one while the root is rotated.</summary>
internal static class CertificateChain
{
    /// <summary>Leaf first.</summary>
    public static X509Certificate2Collection Read(string pem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem);
        return chain;
    }

    /// <summary>Whether the Swarm's present root has not signed the certificate itself: it is of the root that a rotation brings.</summary>
    public static bool IsOfComingRoot(WorkerIdentity identity) =>
        Read(identity.CertificatePem).Count > 1;

    /// <summary>What follows the leaf, PEM; empty outside a rotation.</summary>
    public static string Issuers(WorkerIdentity identity) =>
        string.Concat(
            Read(identity.CertificatePem).Skip(1).Select(c => c.ExportCertificatePem() + "\n")
        );

    /// <summary>Whether the managers accept the certificate when the root is all that they trust.</summary>
    public static bool IsSignedByRoot(WorkerIdentity identity)
    {
        using var leaf = X509Certificate2.CreateFromPem(identity.CertificatePem);
        return IsSignedByRoot(leaf, identity.RootCaPem);
    }

    /// <summary>The leaf alone once a trusted root has signed it itself: what leads to the old root is of no use then.</summary>
    public static string Shorten(string pem, string rootPem)
    {
        var all = Read(pem);
        return all.Count > 1 && IsSignedByRoot(all[0], rootPem)
            ? all[0].ExportCertificatePem() + "\n"
            : pem;
    }

    private static bool IsSignedByRoot(X509Certificate2 leaf, string rootPem)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(rootPem);
        return chain.Build(leaf);
    }
}
