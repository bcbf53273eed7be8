namespace Mullion.Core.Resources.Files;

/// <summary>A text file that must have this content, in UTF-8 without a mark. It holds no secret: it stands in plans and in the journal.</summary>
public sealed record HostFile : Resource
{
    internal const string KindName = "file";

    /// <summary>Where it is.</summary>
    public required string Path { get; init; }

    /// <summary>What is in it.</summary>
    public required string Content { get; init; }

    /// <summary>Whether it is for SYSTEM and Administrators alone.</summary>
    public bool Private { get; init; }

    /// <summary>Services that read it when they start: they stop when it changes, and start again where they stand after it.</summary>
    public IReadOnlyList<string> ReadBy { get; init; } = [];

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => Path;
}
