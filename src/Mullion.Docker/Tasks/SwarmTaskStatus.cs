namespace Mullion.Docker.Tasks;

/// <summary>How far a task is.</summary>
public sealed record SwarmTaskStatus
{
    /// <summary>When its node said so.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Such as <c>pending</c>, <c>preparing</c>, <c>running</c>, <c>shutdown</c>, <c>failed</c>, <c>rejected</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>Such as <c>started</c>.</summary>
    public string? Message { get; init; }

    /// <summary>Why it failed, or why no node suits (<c>no suitable node (…)</c>).</summary>
    public string? Err { get; init; }
}
