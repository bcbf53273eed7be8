namespace Mullion.Docker.Containers;

/// <summary>How a container is.</summary>
public sealed record ContainerState
{
    /// <summary><c>created</c>, <c>running</c>, <c>exited</c>…</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether its process runs.</summary>
    public bool Running { get; init; }

    /// <summary>Exit code of the last run.</summary>
    public int ExitCode { get; init; }
}
