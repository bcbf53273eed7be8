using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Mullion.Core.Specs.Yaml;

/// <summary>Turns the bytes of a file into text, or says where they are no text.</summary>
internal static class SourceText
{
    /// <summary>The largest file that is read, in bytes: fifty times what 5,000 nodes need.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    // YAML 1.2 allows tab, line feed and carriage return of the ASCII control characters, and not DEL.
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create([
        .. Enumerable.Range(0, 32).Except([9, 10, 13]).Append(127).Select(code => (byte)code),
    ]);

    /// <summary>The text without its byte order mark; null after an error was reported.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, ErrorList errors)
    {
        if (
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        )
        {
            errors.Add(
                1,
                1,
                YamlPath.Root,
                null,
                "the file is UTF-16",
                "Save it as UTF-8 (in Windows PowerShell: Set-Content -Encoding utf8)."
            );
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        // The earlier of the two is the one to report, but text before it has to be valid to count columns in it.
        var valid = ValidLength(bytes);
        var control = bytes[..valid].IndexOfAny(Forbidden);
        if (control >= 0)
        {
            var (line, column) = Locate(bytes[..control]);
            errors.Add(
                line,
                column,
                YamlPath.Root,
                null,
                $"the file contains the control character U+{bytes[control]:X4}",
                "Remove it; a spec is plain text."
            );
            return null;
        }

        if (valid < bytes.Length)
        {
            var (line, column) = Locate(bytes[..valid]);
            errors.Add(
                line,
                column,
                YamlPath.Root,
                null,
                $"the file is not UTF-8: byte 0x{bytes[valid]:X2} does not belong there",
                "Save it as UTF-8."
            );
            return null;
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        var consumed = 0;
        Span<char> buffer = stackalloc char[1024];
        while (true)
        {
            var status = Utf8.ToUtf16(
                bytes[consumed..],
                buffer,
                out var read,
                out _,
                replaceInvalidSequences: false
            );
            consumed += read;
            if (status is not OperationStatus.DestinationTooSmall)
            {
                return consumed;
            }
        }
    }

    private static (int Line, int Column) Locate(ReadOnlySpan<byte> before)
    {
        var line = before.Count((byte)'\n') + 1;
        var lastLine = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return (line, Encoding.UTF8.GetCharCount(lastLine) + 1);
    }
}
