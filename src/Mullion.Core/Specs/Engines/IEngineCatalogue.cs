namespace Mullion.Core.Specs.Engines;

/// <summary>Which engine packages are known by version.</summary>
public interface IEngineCatalogue
{
    /// <summary>What messages call it, with its date, such as <c>the built-in catalogue of 2026-11</c>.</summary>
    string Title { get; }

    /// <summary>The known packages, oldest version first.</summary>
    IReadOnlyList<EngineCatalogueEntry> Entries { get; }

    /// <summary>The package of a version; null when it is unknown.</summary>
    EngineCatalogueEntry? Find(string version);
}
