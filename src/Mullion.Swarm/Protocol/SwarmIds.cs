using System.Security.Cryptography;

namespace Mullion.Swarm.Protocol;

/// <summary>Ids of nodes, clusters, tasks and sessions: 25 characters of base 36.</summary>
internal static class SwarmIds
{
    public const int Length = 25;
    public const int EntropyLength = 17;

    /// <summary>
    /// 17 random bytes with the highest bit set always give 27 digits; the leading one, which is far from
    /// random, is dropped and the next 25 are kept.
    /// </summary>
    public static string Create() => Create(RandomNumberGenerator.GetBytes(EntropyLength));

    /// <summary>The id that given random bytes make, for callers that need the same ids again.</summary>
    public static string Create(ReadOnlySpan<byte> entropy)
    {
        var bytes = entropy[..EntropyLength].ToArray();
        bytes[0] |= 0x80;
        return Base36.Encode(bytes, Length + 2)[1..(Length + 1)];
    }

    public static bool IsId(string text) =>
        text.Length == Length && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));
}
