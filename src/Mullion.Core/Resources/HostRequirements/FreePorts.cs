namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Ports that nobody but the engine may hold. Only checked.</summary>
public sealed record FreePorts : Resource
{
    internal const string KindName = "ports";

    /// <summary>The ports, such as <c>7946/tcp</c>.</summary>
    public required IReadOnlyList<string> Ports { get; init; }

    /// <summary>The program that may hold them.</summary>
    public required string Program { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => string.Join(", ", Ports);
}
