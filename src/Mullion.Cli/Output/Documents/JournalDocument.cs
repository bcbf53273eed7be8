namespace Mullion.Cli.Output.Documents;

/// <summary>What happened on a host, and what Mullion owns there.</summary>
/// <param name="Node">The node.</param>
/// <param name="Host">Its host as the spec names it.</param>
/// <param name="Simulated">Whether the host is a simulated one.</param>
/// <param name="Cluster">The cluster the host belongs to; null when it belongs to none.</param>
/// <param name="LastOutcome">How the last run ended; null while it has not.</param>
/// <param name="Records">What happened, oldest first.</param>
/// <param name="Owned">What Mullion owns.</param>
/// <param name="Left">What was Mullion's and was left to others, with the reason.</param>
internal sealed record JournalDocument(
    string Node,
    string Host,
    bool Simulated,
    string? Cluster,
    string? LastOutcome,
    IReadOnlyList<JournalRecordDocument> Records,
    IReadOnlyList<OwnedDocument> Owned,
    IReadOnlyDictionary<string, string> Left
);
