using System.Security.Cryptography.X509Certificates;
using Mullion.Docker.Connections;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>A worker's certificate with its key, usable by the platform's TLS.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2 Load(WorkerIdentity identity) =>
        TlsKey.Usable(X509Certificate2.CreateFromPem(identity.CertificatePem, identity.KeyPem));
}
