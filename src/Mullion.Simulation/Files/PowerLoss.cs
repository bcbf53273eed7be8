namespace Mullion.Simulation.Files;

/// <summary>
/// What is left of a file that was not flushed when the power went: what was last flushed; a torn beginning of what was
/// written since; that beginning and NUL bytes up to the length that the file had; or, when its entry had not reached the
/// disk, nothing at all.
/// </summary>
/// <remarks>
/// Source: NTFS journals metadata and not data. A file's size may be on the disk before its bytes are, and what lies behind
/// the valid data length reads as zeros (documentation of SetFileValidData). What was flushed and then appended to is safe.
/// </remarks>
public static class PowerLoss
{
    /// <summary>Every outcome that is allowed for a file, apart from where it is torn; null stands for no file.</summary>
    /// <param name="file">A file as it was when the power went.</param>
    /// <param name="torn">Where it is torn, from <see cref="SimulatedFile.SafeLength"/> to its length.</param>
    public static IEnumerable<FileContent?> Outcomes(SimulatedFile file, int torn)
    {
        if (file.DeleteOnClose)
        {
            yield return null;
            yield break;
        }

        if (!file.EntrySafe)
        {
            yield return null;
        }

        if (ReferenceEquals(file.Content, file.Flushed))
        {
            yield return file.Content;
            yield break;
        }

        yield return file.Flushed ?? FileContent.Empty;
        var beginning = file.Content.Prefix(torn);
        yield return beginning;
        yield return beginning.With(new byte[file.Content.Length - beginning.Length]);
    }

    /// <summary>The outcome that a seed chooses.</summary>
    internal static FileContent? Of(SimulatedFile file, int seed)
    {
        var random = new Random(seed ^ Hash(file.Path));
        var torn = random.Next(file.SafeLength, file.Content.Length + 1);
        var outcomes = Outcomes(file, torn).ToList();
        return outcomes[random.Next(outcomes.Count)];
    }

    /// <summary>The same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int Hash(string path)
    {
        var hash = 17;
        foreach (var c in path)
        {
            hash = unchecked((hash * 31) + char.ToUpperInvariant(c));
        }

        return hash;
    }
}
