namespace Mullion.Cli.Sessions;

/// <summary>A file whose first line is a secret.</summary>
internal static class SecretFile
{
    /// <summary>Reads it.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="what">What the secret is: <c>the passphrase</c>.</param>
    /// <exception cref="CliException">It cannot be read, or its first line is empty.</exception>
    public static string Read(string file, string what)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line
                ? line
                : throw CliException.Usage(
                    $"The first line of {file} is empty.",
                    $"Write {what} there."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(
                $"{file} cannot be read: {error.Message}",
                $"Name a file that holds {what} in its first line and that you may read."
            );
        }
    }
}
