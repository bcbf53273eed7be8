namespace Mullion.Core.Specs;

/// <summary>Programs to install: <c>engine</c>, <c>containerd</c> and the parts of <c>orchestrator.kubernetes</c> that hosts need.</summary>
public sealed record PackageSpec
{
    /// <summary>The version as its makers number their releases, such as <c>28.2.2</c>; without <c>v</c>.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Where it comes from: as written; completed from the <see cref="Engines.IEngineCatalogue"/> for an engine, from the place where its
    /// makers publish it for the others.
    /// </summary>
    public required ArchiveSpec Package { get; init; }
}
