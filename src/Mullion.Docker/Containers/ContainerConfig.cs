namespace Mullion.Docker.Containers;

/// <summary>What a container was made from.</summary>
public sealed record ContainerConfig
{
    /// <summary>Image reference.</summary>
    public string Image { get; init; } = "";

    /// <summary>Labels; tasks of a Swarm carry <c>com.docker.swarm.task.id</c>.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? Empty;
    } = Empty;

    private static readonly Dictionary<string, string> Empty = [];
}
