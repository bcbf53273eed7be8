namespace Mullion.Core.Specs;

/// <summary>What identifies a cluster: the <c>metadata</c> section.</summary>
public sealed record MetadataSpec
{
    /// <summary>1 to 63 letters, digits and hyphens.</summary>
    public required string Name { get; init; }
}
