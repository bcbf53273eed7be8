using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mullion.Core.Convergence.Journals;

/// <summary>
/// A record as a line: 16 hex digits of checksum (the beginning of the SHA-256 of the JSON), a space, the JSON, a line feed.
/// </summary>
internal static class JournalLine
{
    private const int SumLength = 16;

    public static byte[] Write(JournalRecord record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Default.JournalRecord);
        return [.. Encoding.ASCII.GetBytes(Sum(json)), (byte)' ', .. json, (byte)'\n'];
    }

    /// <summary>
    /// Whether the text holds the beginnings of two records, so that it is not one that was torn. Inside a record the sequence does
    /// not occur: quotes in texts are escaped.
    /// </summary>
    public static bool IsTwo(ReadOnlySpan<byte> text) => text.Count("{\"v\":"u8) > 1;

    /// <summary>Reads a line without its line feed; null when it is not whole.</summary>
    /// <exception cref="JsonException">It is whole, and says what this version does not know.</exception>
    public static JournalRecord? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length < SumLength + 2 || line[SumLength] != ' ')
        {
            return null;
        }

        var json = line[(SumLength + 1)..];
        return Encoding.ASCII.GetString(line[..SumLength]) == Sum(json)
            ? JsonSerializer.Deserialize(json, JournalJson.Default.JournalRecord)
            : null;
    }

    private static string Sum(ReadOnlySpan<byte> json) =>
        Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, SumLength / 2));
}
