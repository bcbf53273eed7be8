namespace Mullion.Docker.Containers;

/// <summary>A container in detail.</summary>
public sealed record ContainerDetails
{
    /// <summary>64 hexadecimal digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>With a leading slash.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it is.</summary>
    public ContainerState State
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>What it was made from.</summary>
    public ContainerConfig Config
    {
        get;
        init => field = value ?? new();
    } = new();
}
