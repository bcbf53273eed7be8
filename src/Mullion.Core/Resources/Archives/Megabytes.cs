using System.Globalization;

namespace Mullion.Core.Resources.Archives;

/// <summary>Tells people of bytes that came, every 8 MB or every twentieth of the whole, whichever is more.</summary>
internal sealed class Megabytes(Action<string> report, string done)
{
    private const long Least = 8 << 20;
    private long _told;

    public void Report(long bytes, long? total = null)
    {
        if (bytes - _told < Math.Max(Least, (total ?? 0) / 20))
        {
            return;
        }

        _told = bytes;
        var of = total is { } all ? $" of {Text(all)}" : "";
        report($"{done} {Text(bytes)}{of} MB");
    }

    private static string Text(long bytes) =>
        (bytes >> 20).ToString("N0", CultureInfo.InvariantCulture);
}
