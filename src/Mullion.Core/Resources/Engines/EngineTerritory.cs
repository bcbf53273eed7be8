using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Files;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// What an engine makes by itself: its data folder and its HNS networks. Removed with it, but for what was there before it came.
/// </summary>
internal sealed class EngineTerritory(IHost host)
{
    private readonly SettledEngine _engine = new(host);
    private readonly EngineNetworks _networks = new(host);

    public async Task<IReadOnlyList<string>> SurveyAsync(
        EnginePackage resource,
        CancellationToken cancellation
    ) =>
        [
            .. new[] { resource.Folder }
                .Where(f => host.Files.Find(f) is not null)
                .Select(Places.Of),
            .. Places.Contents(host.Files, resource.DataFolder),
            .. (await _networks.AllAsync(cancellation)).Select(EngineNetworks.Place),
        ];

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
        if (LayersToGo(resource, prior) is { } layers)
        {
            layers.Destroy(report, cancellation);
        }

        Places.TakeContentsBack(host.Files, resource.DataFolder, prior);
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
        return Places.WasThere(prior, layers.Folder) ? null : layers;
    }
}
