using Mullion.Core.Resources;

namespace Mullion.Cli.Output.Documents;

/// <summary>A resource that Mullion made or changed and has not taken back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Heading">Where people find it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Confirmed">False while a first change was begun only.</param>
/// <param name="Before">What was there before; null for nothing.</param>
/// <param name="Now">As last read after a change.</param>
internal sealed record OwnedDocument(
    string Id,
    Heading Heading,
    string Title,
    bool Confirmed,
    IReadOnlyDictionary<string, string>? Before,
    IReadOnlyDictionary<string, string>? Now
);
