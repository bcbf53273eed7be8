using System.Security.Cryptography;
using Mullion.Cli.Output.Documents;
using Mullion.Core.Certificates;

namespace Mullion.Cli.Certificates;

/// <summary>Finds certificates in files and folders.</summary>
internal static class CertificateLooker
{
    private static readonly string[] Endings = [".pem", ".crt", ".cer"];

    /// <summary>Every certificate, also one that cannot be read.</summary>
    public static IReadOnlyList<CertificateDocument> Look(
        IEnumerable<string> paths,
        DateTimeOffset now
    ) => [.. paths.SelectMany(Files).SelectMany(file => Certificates(file, now))];

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(path)
                    .Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant()))
                    .Order(StringComparer.Ordinal)
                    .Select(f => path == "." ? Path.GetFileName(f) : f),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(
                $"{path} cannot be read: {error.Message}",
                "Name a folder that you may read."
            );
        }
    }

    private static IEnumerable<CertificateDocument> Certificates(string file, DateTimeOffset now)
    {
        var text = PemFile.Read(file);
        var found = false;
        for (var rest = text; PemEncoding.TryFind(rest, out var fields); )
        {
            if (rest[fields.Label] == "CERTIFICATE")
            {
                found = true;
                yield return CertificateFacts.Read(rest[fields.Location]) is { } facts
                    ? CertificateDocument.Of(file, facts, now)
                    : Broken(file);
            }

            rest = rest[fields.Location.End..];
        }

        // Of DER, or a PEM that was cut short: better said than passed over. Keys alone are no certificates.
        if (!found && !text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            yield return Broken(file);
        }
    }

    private static CertificateDocument Broken(string file) =>
        new(file) { Reason = "it holds no PEM certificate, or a broken one" };
}
