namespace Mullion.Docker.Containers;

/// <summary>A container as the list shows it.</summary>
public sealed record ContainerSummary
{
    /// <summary>64 hexadecimal digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>Each with a leading slash.</summary>
    public IReadOnlyList<string> Names
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Image reference.</summary>
    public string Image { get; init; } = "";

    /// <summary><c>created</c>, <c>running</c>, <c>exited</c>…</summary>
    public string State { get; init; } = "";

    /// <summary>The same for people, such as <c>Up 3 minutes</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Labels; tasks of a Swarm carry <c>com.docker.swarm.task.id</c>.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? Empty;
    } = Empty;

    private static readonly Dictionary<string, string> Empty = [];
}
