namespace Mullion.Core.Secrets;

/// <summary>A file of the user's whose first line is a secret.</summary>
public static class SecretFile
{
    /// <summary>Reads it.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="what">What the secret is: <c>the passphrase</c>.</param>
    /// <exception cref="MullionException">It cannot be read, or its first line is empty.</exception>
    public static string Read(string file, string what)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line
                ? line
                : throw new MullionException(
                    $"The first line of {file} is empty.",
                    $"Write {what} there."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"{file} cannot be read: {error.Message}",
                $"Name a file that holds {what} in its first line and that you may read."
            );
        }
    }
}
