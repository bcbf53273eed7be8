using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Files;

/// <summary>The layers of images and containers, as Windows' file system and its Host Compute Service see them.</summary>
internal sealed class SimulatedLayers(SimulatedHost host)
{
    private const string Operation = "files.destroyLayer";

    /// <summary>The engine's folder of layers, in its data folder.</summary>
    public const string Folder = "windowsfilter";

    /// <summary>moby's file in every layer (setLayerChain in daemon/graphdriver/windows/windows.go).</summary>
    public const string Chain = "layerchain.json";

    /// <summary>Refuses to change what lies in a layer, or a layer itself.</summary>
    public void RequireNone(string operation, string path)
    {
        for (var at = path; host.Has(LayersNeedHcs.Quirk) && !WindowsPath.IsRoot(at); )
        {
            var above = HostPaths.Parent(at);
            if (
                string.Equals(WindowsPath.NameOf(above), Folder, StringComparison.OrdinalIgnoreCase)
                && host.Store.Find($@"{at}\{Chain}") is not null
            )
            {
                throw host.Error(operation, path, LayersNeedHcs.DeleteError);
            }

            at = above;
        }
    }

    /// <summary>Deletes a folder whatever its files deny; in one go, or a part of it when the power goes.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="rules">The host's.</param>
    public void Destroy(string path, FileRules rules)
    {
        lock (host.Sync)
        {
            var (number, fault) = host.Gate.Enter(Operation, path);
            var plain = rules.Plain(Operation, path);
            var inside = host.Store.Tree(plain).Select(f => f.Path).ToList();
            host.Gate.Write(
                Operation,
                path,
                number,
                // A full disk is no matter to it.
                fault?.Kind is FaultKind.DiskFull
                    ? null
                    : fault,
                inside.Count,
                n =>
                {
                    RequireDestroyable(path, plain);
                    if (inside.Exists(rules.IsLocked) || host.Engine.Slot.UsesLayer(plain))
                    {
                        throw host.Error(Operation, path, LayersNeedHcs.InUse);
                    }

                    inside.Take(n).ToList().ForEach(host.Store.Remove);
                }
            );
        }
    }

    private void RequireDestroyable(string path, string plain)
    {
        // The feature brings the libraries together with this service (moby: "failed to load vmcompute.dll, ensure that the
        // Containers feature is installed").
        if (!host.State.Services.ContainsKey("vmcompute"))
        {
            throw host.Error(Operation, path, WindowsError.ModuleNotFound);
        }

        if (host.Store.Find(plain) is not { } folder)
        {
            throw host.Error(Operation, path, WindowsError.PathNotFound);
        }

        if (!folder.IsDirectory)
        {
            throw host.Error(Operation, path, FileRules.InvalidDirectory);
        }
    }
}
