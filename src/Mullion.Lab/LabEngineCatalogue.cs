using Mullion.Core.Specs.Engines;
using Mullion.Simulation.Downloads;
using Mullion.Simulation.Engine;

namespace Mullion.Lab;

/// <summary>
/// The engine packages that lab hosts can download: simulated ones, at the addresses of Docker's, of the versions that the built-in
/// catalogue knows. With it <c>engine: { version: 28.2.2 }</c> is enough for a lab host.
/// </summary>
public sealed class LabEngineCatalogue : IEngineCatalogue
{
    private readonly Dictionary<string, SimulatedEnginePackage> _packages;
    private readonly EngineCatalogue _catalogue;

    private LabEngineCatalogue()
    {
        var known = EngineCatalogue.BuiltIn.Entries;
        _packages = known.ToDictionary(e => e.Url, e => SimulatedEnginePackage.Create(e.Version));
        _catalogue = new EngineCatalogue(
            "the lab's catalogue of simulated engines",
            [.. known.Select(e => e with { Sha256 = _packages[e.Url].Sha256 })]
        );
    }

    /// <summary>The catalogue.</summary>
    public static LabEngineCatalogue Instance { get; } = new();

    /// <inheritdoc/>
    public string Title => _catalogue.Title;

    /// <inheritdoc/>
    public IReadOnlyList<EngineCatalogueEntry> Entries => _catalogue.Entries;

    /// <inheritdoc/>
    public EngineCatalogueEntry? Find(string version) => _catalogue.Find(version);

    /// <summary>The web as lab hosts see it.</summary>
    public SimulatedWeb Web() =>
        _packages.Aggregate(new SimulatedWeb(), (web, p) => web.Add(p.Key, p.Value.Zip));
}
