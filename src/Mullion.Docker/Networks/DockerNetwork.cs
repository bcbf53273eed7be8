namespace Mullion.Docker.Networks;

/// <summary>A network of an engine.</summary>
public sealed record DockerNetwork
{
    /// <summary>Id: 25 characters in a Swarm, otherwise 64.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name; not unique outside a Swarm.</summary>
    public string Name { get; init; } = "";

    /// <summary>Such as <c>overlay</c>, <c>nat</c>, <c>bridge</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary><c>local</c> or <c>swarm</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The routing mesh's own network.</summary>
    public bool Ingress { get; init; }

    /// <summary>What its driver was told, such as <c>encrypted</c>.</summary>
    public IReadOnlyDictionary<string, string> Options
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();
}
