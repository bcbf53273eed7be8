namespace Mullion.Cli.Output;

/// <summary>A file that a command was told to write.</summary>
internal static class OutputFile
{
    /// <summary>Writes it whole or not at all.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        var part = path + ".part";
        try
        {
            using (var writer = new StreamWriter(part))
            {
                write(writer);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(
                $"{path} cannot be written: {error.Message}",
                "Name a file in a folder that exists and that you may write to."
            );
        }
    }
}
