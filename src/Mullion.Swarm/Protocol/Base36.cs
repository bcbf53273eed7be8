using System.Numerics;

namespace Mullion.Swarm.Protocol;

/// <summary>Base 36 (digits, then lower-case letters) of a big-endian number, padded with <c>0</c> on the left.</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Encode(ReadOnlySpan<byte> bytes, int width)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new Stack<char>(width);
        while (number > 0)
        {
            number = BigInteger.DivRem(number, 36, out var digit);
            text.Push(Digits[(int)digit]);
        }

        return string.Concat(text).PadLeft(width, '0');
    }

    /// <summary>The number as exactly <paramref name="length"/> bytes; false for another character or a number too large.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        var number = BigInteger.Zero;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            number = (number * 36) + digit;
        }

        var raw = number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (raw.Length > length)
        {
            return false;
        }

        raw.CopyTo(bytes, length - raw.Length);
        return true;
    }
}
