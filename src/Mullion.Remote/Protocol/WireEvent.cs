using Mullion.Core.Convergence.Runs;

namespace Mullion.Remote.Protocol;

/// <summary>An event of a request, with its number within it, from 1.</summary>
internal sealed record WireEvent(
    long Seq,
    DateTimeOffset Time,
    string Node,
    EventKind Kind,
    string? Id,
    string Message,
    string? Fix
)
{
    public static WireEvent Of(long seq, NodeEvent e) =>
        new(seq, e.Time, e.Node, e.Kind, e.Id, e.Message, e.Fix);

    public NodeEvent ToEvent() => new(Time, Node, Kind, Id, Message) { Fix = Fix };
}
