namespace Mullion.Cli.CommandLine;

/// <summary>The known word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The nearest known word; null when none is near.</summary>
    public static string? Find(string written, IEnumerable<string> known) =>
        written.Length > 40
            ? null
            : known
                .Select(word => (word, distance: Distance(written, word)))
                .Where(c => c.distance <= Math.Max(1, c.word.Length / 3))
                .OrderBy(c => c.distance)
                .Select(c => c.word)
                .FirstOrDefault();

    /// <summary>How many letters must be put in, left out or changed (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
