using Mullion.Core.Certificates;
using Mullion.Core.Findings;

namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>What is to be told of an engine's certificate before anything is done.</summary>
internal static class EngineCertificateChecks
{
    private const int WarnDays = 30;

    /// <summary>Somebody else's files are in the place, and will not do.</summary>
    public static Finding Taken(EngineCertificate resource, IReadOnlyList<FieldChange> differs) =>
        Finding.Refuse(
            "certificates-taken",
            $"{resource.Folder} has certificates that Mullion did not make and that are not as the spec wants them: {string.Join(", ", differs.Select(Told))}.",
            "Set engine.tls.ca to the authority that signed them (engine.tls.generator: ucp takes those of UCP's image), or move the three files away: Mullion never writes over a key of others."
        );

    /// <summary>What somebody else signs, nobody here can renew: so its end is told in time.</summary>
    public static IEnumerable<Finding> Ends(
        EngineCertificate resource,
        string? certificate,
        DateTimeOffset now
    )
    {
        var left =
            resource.Wanted is null || certificate is null
                ? null
                : CertificateFacts.Read(certificate)?.DaysLeft(now);
        if (left is >= 0 and < WarnDays)
        {
            yield return Finding.Warn(
                "engine-certificate-ends",
                $"The engine's certificate ends in {left} days, and only its authority can give another.",
                "Run mullion certs request --renew, have the request signed, put the answer in the folder, and apply."
            );
        }
    }

    private static string Told(FieldChange change) =>
        change.Field switch
        {
            EngineCertificateProvider.Certificate => $"cert.pem {change.Old}",
            EngineCertificateProvider.Key => $"key.pem is {change.Old ?? "not there"}",
            EngineCertificateProvider.Thumbprint => "cert.pem is another one than the folder has",
            _ => change.Old is null ? "ca.pem is not there" : "ca.pem is another authority's",
        };
}
