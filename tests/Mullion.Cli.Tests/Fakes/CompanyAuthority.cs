using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>A company's authority, made with none of Mullion's code: it signs what a request asks for.</summary>
internal sealed class CompanyAuthority : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private byte _serial;

    public CompanyAuthority(DateTimeOffset now)
    {
        var request = new CertificateRequest(
            "CN=Issuing CA, O=Corp",
            _key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true)
        );
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
    }

    public string Pem => _certificate.ExportCertificatePem() + "\n";

    public string Sign(string request, DateTimeOffset now, int days)
    {
        var asked = CertificateRequest.LoadSigningRequestPem(
            request,
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions
        );
        using var certificate = asked.Create(
            _certificate.SubjectName,
            X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1),
            now.AddHours(-1),
            now.AddDays(days),
            [1, ++_serial]
        );
        return certificate.ExportCertificatePem() + "\n";
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
