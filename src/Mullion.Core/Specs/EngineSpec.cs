namespace Mullion.Core.Specs;

/// <summary>The container engine that the nodes shall have: the <c>engine</c> section.</summary>
public sealed record EngineSpec
{
    /// <summary>The version as Docker numbers its releases, such as <c>28.2.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where the engine comes from: as written, completed from the <see cref="Engines.IEngineCatalogue"/>.</summary>
    public required EnginePackageSpec Package { get; init; }
}
