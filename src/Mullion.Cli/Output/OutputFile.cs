using System.Text;

namespace Mullion.Cli.Output;

/// <summary>A file that a command was told to write.</summary>
internal static class OutputFile
{
    /// <summary>Writes it whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="create">Makes it, where it is to be for fewer eyes than usual.</param>
    public static void Write(
        string path,
        Action<TextWriter> write,
        Func<string, Stream>? create = null
    ) => Write(path, write, create ?? File.Create, new UTF8Encoding(false));

    /// <summary>
    /// The same for a file that Windows reads: CRLF, and a byte order mark, without which Windows PowerShell 5.1 takes it for the
    /// host's ANSI code page.
    /// </summary>
    public static void WriteForWindows(string path, string text) =>
        Write(
            path,
            writer => writer.Write(text.ReplaceLineEndings("\r\n")),
            File.Create,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

    private static void Write(
        string path,
        Action<TextWriter> write,
        Func<string, Stream> create,
        UTF8Encoding encoding
    ) =>
        Guard(
            path,
            () =>
            {
                var part = path + ".part";
                using (var writer = new StreamWriter(create(part), encoding))
                {
                    write(writer);
                }

                File.Move(part, path, overwrite: true);
            }
        );

    /// <summary>Says of what is written where and why it cannot be.</summary>
    public static void Guard(string path, Action write)
    {
        try
        {
            write();
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
