namespace Mullion.Docker.Contexts;

/// <summary>A context's <c>meta.json</c>, as far as it is read.</summary>
internal sealed record ContextMeta
{
    public string? Name { get; init; }

    public ContextEndpoints? Endpoints { get; init; }
}
