namespace Mullion.Cli.Certificates;

/// <summary>A PEM file of the user's.</summary>
internal static class PemFile
{
    /// <summary>More than any chain of certificates has.</summary>
    private const long Limit = 1 << 20;

    /// <summary>Its text.</summary>
    public static string Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= Limit
                ? File.ReadAllText(path)
                : throw CliException.Usage(
                    $"{path} has {length} bytes; PEM files have less than 1 MB.",
                    "Name a file that holds certificates or keys and nothing else."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(
                $"{path} cannot be read: {error.Message}",
                "Name a PEM file that you may read."
            );
        }
    }
}
