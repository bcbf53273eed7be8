namespace Mullion.Core.Convergence.Journals;

/// <summary>The journal is damaged where no power cut damages it. Mullion does not guess what it said.</summary>
/// <param name="path">The journal.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="what">What is wrong with it.</param>
/// <param name="fix">What to do about it; null for what helps against damage.</param>
public sealed class JournalDamagedException(string path, long line, string what, string? fix = null)
    : MullionException(
        $"The journal {path} {(fix is null ? "is damaged" : "cannot be read")} at line {line}: {what}.",
        fix
            ?? "Restore it from a backup of the host. Without it Mullion cannot tell what it owns; take the node back by hand, then delete the file."
    );
