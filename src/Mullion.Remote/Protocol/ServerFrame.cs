using System.Text.Json;

namespace Mullion.Remote.Protocol;

/// <summary>A line from the server; one of the four members tells of which kind.</summary>
internal sealed record ServerFrame
{
    public long Id { get; init; }

    public WireEvent? Event { get; init; }

    public JsonElement? Result { get; init; }

    public WireError? Error { get; init; }

    public PutWindow? Want { get; init; }
}
