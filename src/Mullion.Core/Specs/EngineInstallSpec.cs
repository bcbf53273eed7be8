namespace Mullion.Core.Specs;

/// <summary>An engine to install: <c>engine.version</c> and <c>engine.package</c>.</summary>
public sealed record EngineInstallSpec
{
    /// <summary>The version as Docker numbers its releases, such as <c>28.2.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where the engine comes from: as written, completed from the <see cref="Engines.IEngineCatalogue"/>.</summary>
    public required ArchiveSpec Package { get; init; }
}
