namespace Mullion.Core.Resources.Engines;

/// <summary>An engine that was there before Mullion and stays as it is.</summary>
public sealed record RunningEngine : Resource
{
    internal const string KindName = "engine";

    /// <summary>The version the spec asks for; null when any will do.</summary>
    public string? Version { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => "the engine that is there";
}
