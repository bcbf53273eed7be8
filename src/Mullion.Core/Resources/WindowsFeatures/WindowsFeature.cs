namespace Mullion.Core.Resources.WindowsFeatures;

/// <summary>An optional feature of Windows that must be on. Its name is DISM's, such as <c>Containers</c>.</summary>
public sealed record WindowsFeature : Resource
{
    internal const string KindName = "feature";

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"Windows feature {Name}";
}
