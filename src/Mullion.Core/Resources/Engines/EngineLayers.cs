using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// The layers of images and containers in an engine's data folder, which only Windows itself can delete; see
/// <see cref="IHostFiles.DestroyLayer"/>. The engine is not asked: it may be broken, or gone.
/// </summary>
internal sealed class EngineLayers(IHost host, string dataFolder)
{
    private const string Feature = "Containers";

    /// <summary>The folder that holds them.</summary>
    public string Folder { get; } = dataFolder + @"\windowsfilter";

    /// <summary>What stands in the way of destroying them; null when nothing does.</summary>
    public Finding? CheckDestroy()
    {
        var layers = Layers();
        // One that is to be disabled still works until the restart.
        return
            layers.Count == 0
            || host.Features.Find(Feature) is FeatureState.Enabled or FeatureState.DisablePending
            ? null
            : Finding.Refuse(
                "layers-need-containers",
                $"{Folder} holds {layers.Count} layers of images and containers, which only Windows can delete, and its feature {Feature} is not enabled.",
                $"Run Enable-WindowsOptionalFeature -Online -FeatureName {Feature}, restart the host, then run the command again."
            );
    }

    /// <summary>Destroys all. Idempotent: destroys what is still there, whole or half.</summary>
    public void Destroy(Action<string> report, CancellationToken cancellation)
    {
        foreach (var layer in Layers())
        {
            cancellation.ThrowIfCancellationRequested();
            report($"destroying the layer {layer.Path}");
            host.Files.DestroyLayer(layer.Path);
        }
    }

    private List<FileEntry> Layers() => [.. host.Files.List(Folder).Where(e => e.IsDirectory)];
}
