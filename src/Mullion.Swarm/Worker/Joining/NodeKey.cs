using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>A new node's key (ECDSA P-256) and the request to certify it. The manager ignores the name in it.</summary>
internal sealed class NodeKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public NodeKey()
    {
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        RequestPem = request.CreateSigningRequestPem() + "\n";
    }

    /// <summary>PKCS#10, PEM.</summary>
    public string RequestPem { get; }

    /// <summary>PKCS#8, PEM.</summary>
    public string ExportPem() => key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Whether a certificate is for this key.</summary>
    public bool Belongs(X509Certificate2 certificate)
    {
        using var certified = certificate.GetECDsaPublicKey();
        return certified is not null
            && certified
                .ExportSubjectPublicKeyInfo()
                .AsSpan()
                .SequenceEqual(key.ExportSubjectPublicKeyInfo());
    }

    public void Dispose() => key.Dispose();
}
