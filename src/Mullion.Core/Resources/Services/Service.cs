using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Services;

/// <summary>A Windows service that must be there and run.</summary>
public sealed record Service : Resource
{
    internal const string KindName = "service";

    /// <summary>How it is set up.</summary>
    public required ServiceConfig Config { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"service {Config.DisplayName}";
}
