using System.Security.Cryptography;

namespace Mullion.Simulation.Files;

/// <summary>Bytes that never change, shared by every host that has them; their hash is worked out once.</summary>
public sealed class FileContent
{
    private readonly byte[] _bytes;
    private string? _hash;

    /// <summary>Takes over the array: nobody may change it afterwards.</summary>
    public FileContent(byte[] bytes) => _bytes = bytes;

    /// <summary>Nothing.</summary>
    public static FileContent Empty { get; } = new([]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>How many.</summary>
    public int Length => _bytes.Length;

    /// <summary>SHA-256, lower case hexadecimal.</summary>
    public string Sha256 => _hash ??= Convert.ToHexStringLower(SHA256.HashData(_bytes));

    /// <summary>A stream to read them.</summary>
    public Stream Open() => new MemoryStream(_bytes, writable: false);

    /// <summary>A copy.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>The first bytes.</summary>
    public FileContent Prefix(int length) => length >= Length ? this : new(_bytes[..length]);

    /// <summary>These bytes and more behind them.</summary>
    public FileContent With(ReadOnlySpan<byte> more) => new([.. _bytes, .. more]);
}
