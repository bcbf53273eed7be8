using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// What an engine makes by itself: its data folder and its HNS networks. Removed with it, but for what was there before it came.
/// </summary>
internal sealed class EngineTerritory(IHost host)
{
    private const string Place = "folder:";
    private readonly SettledEngine _engine = new(host);
    private readonly EngineNetworks _networks = new(host);

    public async Task<IReadOnlyList<string>> SurveyAsync(
        EnginePackage resource,
        CancellationToken cancellation
    ) =>
        [
            .. new[] { resource.Folder, resource.DataFolder }
                .Where(f => host.Files.Find(f) is not null)
                .Concat(host.Files.List(resource.DataFolder).Select(e => e.Path))
                .Select(f => Place + f),
            .. (await _networks.AllAsync(cancellation)).Select(EngineNetworks.Place),
        ];

    /// <summary>Whether a place was there before Mullion first came to it.</summary>
    // Windows does not tell paths apart by case, and lists entries as they were first written.
    public static bool WasThere(Prior prior, string path) =>
        prior.Territory.Contains(Place + path, StringComparer.OrdinalIgnoreCase);

    public async Task<IReadOnlyList<Finding>> CheckRevertAsync(
        EnginePackage resource,
        Prior prior,
        CancellationToken cancellation
    )
    {
        var findings = await ForeignContainersAsync(resource, cancellation);
        return LayersToGo(resource, prior)?.CheckDestroy() is { } layers
            ? [.. findings, layers]
            : findings;
    }

    public async Task RemoveAsync(
        EnginePackage resource,
        Prior prior,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var networks = await _networks.AllAsync(cancellation);
        foreach (
            var network in networks.Where(n => !prior.Territory.Contains(EngineNetworks.Place(n)))
        )
        {
            report($"deleting the HNS network {network.Name}");
            await host.Network.DeleteHnsNetworkAsync(network.Id, cancellation);
        }

        report($"deleting {resource.DataFolder}");
        string[] places = WasThere(prior, resource.DataFolder)
            ? [.. host.Files.List(resource.DataFolder).Select(e => e.Path)]
            : [resource.DataFolder];
        if (LayersToGo(resource, prior) is { } layers)
        {
            layers.Destroy(report, cancellation);
        }

        foreach (var place in places.Where(p => !WasThere(prior, p)))
        {
            host.Files.DeleteTree(place);
        }
    }

    private async Task<IReadOnlyList<Finding>> ForeignContainersAsync(
        EnginePackage resource,
        CancellationToken cancellation
    )
    {
        if (await _engine.ContainersAsync(cancellation) is { } all)
        {
            return
            [
                .. all.Where(c => c.SwarmTask is null)
                    .Select(c =>
                        Finding.Refuse(
                            "foreign-container",
                            $"The container {c.Name} ({c.Image}{(c.Running ? ", running" : "")}) is not part of the cluster and would go with the engine.",
                            $"Move it away, or remove it with: docker rm -f {c.Name}"
                        )
                    ),
            ];
        }

        var left = host.Files.List(resource.DataFolder + @"\containers");
        return left.Count == 0
            ? []
            :
            [
                Finding.Refuse(
                    "foreign-container",
                    $"The engine does not answer, and its data folder holds {left.Count} containers ({left[0].Path}, …) that may be somebody's.",
                    $"Start the service {resource.Name} so that Mullion can tell, or delete them."
                ),
            ];
    }

    // Layers that an earlier engine left stay, and so do those beside them: nobody can tell them apart.
    private EngineLayers? LayersToGo(EnginePackage resource, Prior prior)
    {
        var layers = new EngineLayers(host, resource.DataFolder);
        return WasThere(prior, layers.Folder) ? null : layers;
    }
}
