using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>A worker's certificate with its key, usable by the platform's TLS.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2 Load(WorkerIdentity identity)
    {
        var certificate = X509Certificate2.CreateFromPem(identity.CertificatePem, identity.KeyPem);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // SChannel refuses keys that live in memory only.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(
                certificate.Export(X509ContentType.Pfx),
                password: null
            );
        }
    }
}
