namespace Mullion.Core.Resources.Files;

/// <summary>
/// A folder that must be there; it goes when nothing is in it any more, unless it was there before. Resources that put something into the
/// same folder come after one of these: whoever came second would find it there, and leave it. What programs put into it by themselves is
/// the territory of their package.
/// </summary>
public sealed record HostFolder : Resource
{
    internal const string KindName = "folder";

    /// <summary>Where it is.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is for SYSTEM and Administrators alone.</summary>
    public bool Private { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => Path;
}
