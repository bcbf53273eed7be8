namespace Mullion.Core.Specs.Binding;

/// <summary>Finds the key that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence for the fix: the likely key, or all that are known.</summary>
    public static string For(string written, IReadOnlyList<string> known) =>
        Find(written, known) is { } likely
            ? $"Did you mean {likely}?"
            : $"Known keys here: {string.Join(", ", known)}.";

    /// <summary>The known word nearest to what was written; null when none is near.</summary>
    public static string? Find(string written, IReadOnlyList<string> known)
    {
        // Nobody mistypes a key by this much, and the distance costs the product of the lengths.
        if (written.Length > 40)
        {
            return null;
        }

        var plain = Plain(written);
        var nearest = known
            .Select(word => (word, distance: Distance(plain, Plain(word))))
            .OrderBy(candidate => candidate.distance)
            .FirstOrDefault();
        if (nearest.word is not null && nearest.distance <= Math.Max(1, nearest.word.Length / 4))
        {
            return nearest.word;
        }

        // Docker's flags shorten: --advertise-addr, --data-path-addr.
        return plain.Length < 3
            ? null
            : known.FirstOrDefault(word => Plain(word).StartsWith(plain, StringComparison.Ordinal));
    }

    private static string Plain(string word) =>
        string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(
                    Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                    rows[i - 1, j - 1] + change
                );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = least;
            }
        }

        return rows[a.Length, b.Length];
    }
}
