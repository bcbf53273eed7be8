namespace Mullion.Core.Convergence.Runs;

/// <summary>Something that happened in a run. It holds no secret.</summary>
/// <param name="Time">When, by the clock of the side it happened on.</param>
/// <param name="Node">The node.</param>
/// <param name="Kind">What.</param>
/// <param name="Id">The resource; null for the run as a whole.</param>
/// <param name="Message">For people.</param>
public sealed record NodeEvent(
    DateTimeOffset Time,
    string Node,
    EventKind Kind,
    string? Id,
    string Message
)
{
    /// <summary>What to do about a failure.</summary>
    public string? Fix { get; init; }

    /// <summary>For people.</summary>
    public override string ToString() => $"{Time:HH:mm:ss} {Node} {Id ?? "run"}: {Kind} {Message}";
}
