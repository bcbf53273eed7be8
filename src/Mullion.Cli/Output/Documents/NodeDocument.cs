namespace Mullion.Cli.Output.Documents;

/// <summary>A node as its cluster sees it.</summary>
internal sealed record NodeDocument
{
    /// <summary>Its host name.</summary>
    public required string Name { get; init; }

    /// <summary><c>ready</c>, <c>down</c>, <c>unknown</c>, <c>disconnected</c>; <c>not-joined</c> when only the spec knows it.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the spec names it.</summary>
    public required bool InSpec { get; init; }

    /// <summary>Whether its host is a simulated one.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Its id; null until it has joined, as all that follows.</summary>
    public string? Id { get; init; }

    /// <summary>Why it has its status, where the cluster says.</summary>
    public string? Message { get; init; }

    /// <summary><c>active</c>, <c>pause</c> or <c>drain</c>.</summary>
    public string? Availability { get; init; }

    /// <summary><c>worker</c> or <c>manager</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Whether it leads the managers.</summary>
    public bool? Leader { get; init; }

    /// <summary><c>windows</c> or <c>linux</c>.</summary>
    public string? Os { get; init; }

    /// <summary>Such as <c>x86_64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>Its engine's version.</summary>
    public string? Engine { get; init; }

    /// <summary>Its address as the managers see it.</summary>
    public string? Address { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
