using System.Globalization;
using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Rendering;

/// <summary>Certificates in columns.</summary>
internal static class CertificateText
{
    /// <summary>Days from which on the end of a certificate is worth a warning.</summary>
    private const int Soon = 30;

    public static void Write(Screen screen, IReadOnlyList<CertificateDocument> certificates)
    {
        var made = certificates.Any(c => c.Result is not null);
        string[] head = ["FILE", "USE", "KEY", "EXPIRES", "DAYS LEFT", "SUBJECT", "NAMES"];
        screen.Table([
            made ? [.. head, "RESULT"] : head,
            .. certificates.Select(c => made ? [.. Row(c), Result(c)] : Row(c)),
        ]);
        foreach (var certificate in certificates)
        {
            Warn(screen, certificate);
        }
    }

    private static string[] Row(CertificateDocument certificate) =>
        [
            certificate.File,
            certificate.Use ?? "-",
            certificate.Key ?? "-",
            certificate.NotAfter?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-",
            certificate.DaysLeft?.ToString(CultureInfo.InvariantCulture) ?? "-",
            certificate.Subject ?? "-",
            certificate.Names.Count == 0 ? "-" : string.Join(" ", certificate.Names),
        ];

    private static string Result(CertificateDocument certificate) =>
        certificate.Reason is { } reason
            ? $"{certificate.Result}: {reason}"
            : certificate.Result ?? "-";

    private static void Warn(Screen screen, CertificateDocument certificate)
    {
        var text = certificate switch
        {
            { DaysLeft: null, Reason: { } reason } => $"cannot be read: {reason}",
            { DaysLeft: < 0 } => "has expired",
            { DaysLeft: < Soon } => $"expires in {Count.Of(certificate.DaysLeft.Value, "day")}",
            _ => null,
        };
        if (text is not null)
        {
            screen.Line(
                $"{certificate.File} {text}.",
                certificate.DaysLeft is >= 0 ? Style.Caution : Style.Bad
            );
        }
    }
}
