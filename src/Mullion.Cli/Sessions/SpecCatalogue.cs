using Mullion.Core.Specs;
using Mullion.Core.Specs.Engines;
using Mullion.Lab;

namespace Mullion.Cli.Sessions;

/// <summary>
/// Loads specs with the catalogue that fits their hosts: lab hosts download simulated packages, which have checksums of their own.
/// </summary>
internal static class SpecCatalogue
{
    private static readonly SpecLoadOptions LabOptions = new() { Catalogue = new WhenAsked() };

    public static SpecResult Load(string path)
    {
        var result = ClusterSpecLoader.Load(path, LabOptions);
        return result.Spec?.Nodes.All(n => n.Host.Scheme == HostScheme.Lab) ?? true
            ? result
            : ClusterSpecLoader.Load(path);
    }

    /// <summary>The lab's catalogue, made when an engine is looked up: most commands never do.</summary>
    private sealed class WhenAsked : IEngineCatalogue
    {
        public string Title => LabEngineCatalogue.Instance.Title;

        public IReadOnlyList<EngineCatalogueEntry> Entries => LabEngineCatalogue.Instance.Entries;

        public EngineCatalogueEntry? Find(string version) =>
            LabEngineCatalogue.Instance.Find(version);
    }
}
