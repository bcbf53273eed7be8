namespace Mullion.Core.Findings;

/// <summary>A finding as the reference lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severities">Those that it can have.</param>
/// <param name="Tells">What it is about.</param>
/// <param name="Cure">What to do, in short; the finding itself says it with the names at hand.</param>
/// <param name="Source">Who says that it is so: a seed, a fact sheet, a document, or Mullion's own rule.</param>
public sealed record FindingEntry(
    string Id,
    IReadOnlyList<Severity> Severities,
    string Tells,
    string Cure,
    string Source
);
