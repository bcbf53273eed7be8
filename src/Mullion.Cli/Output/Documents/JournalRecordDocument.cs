using Mullion.Core.Convergence.Journals;

namespace Mullion.Cli.Output.Documents;

/// <summary>One record of a journal.</summary>
internal sealed record JournalRecordDocument
{
    /// <summary>1 for the first record.</summary>
    public required long Sequence { get; init; }

    /// <summary>The host's time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What it tells.</summary>
    public required RecordType Type { get; init; }

    /// <summary>The resource.</summary>
    public string? Id { get; init; }

    /// <summary>What the resource is.</summary>
    public string? Title { get; init; }

    /// <summary>What the run is for, how it ended, or why something was left.</summary>
    public string? Note { get; init; }

    /// <summary>The spec's digest, at the beginning of a run.</summary>
    public string? Spec { get; init; }

    /// <summary>What was there before; absent where there was nothing.</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init; }

    /// <summary>As read after the change.</summary>
    public IReadOnlyDictionary<string, string>? Now { get; init; }
}
