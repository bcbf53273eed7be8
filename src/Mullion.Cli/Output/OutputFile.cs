using System.Text;

namespace Mullion.Cli.Output;

/// <summary>A file that a command was told to write.</summary>
internal static class OutputFile
{
    /// <summary>Writes it whole or not at all.</summary>
    public static void Write(string path, Action<TextWriter> write) =>
        Write(path, write, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>
    /// The same for a file that Windows reads: CRLF, and a byte order mark, without which Windows PowerShell 5.1 takes it for the
    /// host's ANSI code page.
    /// </summary>
    public static void WriteForWindows(string path, string text) =>
        Write(
            path,
            writer => writer.Write(text.ReplaceLineEndings("\r\n")),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

    private static void Write(string path, Action<TextWriter> write, UTF8Encoding encoding)
    {
        var part = path + ".part";
        try
        {
            using (var writer = new StreamWriter(part, append: false, encoding))
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
