using System.Text.Json;

namespace Mullion.Remote.Protocol;

/// <summary>A line from the client: a request, or a chunk of a package.</summary>
internal sealed record ClientFrame
{
    public long Id { get; init; }

    public string? Verb { get; init; }

    /// <summary>The run it belongs to; null for what is only read.</summary>
    public string? Run { get; init; }

    /// <summary>Every request of the run up to this one has its result.</summary>
    public long Acked { get; init; }

    public JsonElement? Body { get; init; }

    public PutChunk? Chunk { get; init; }
}
