using System.Text;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Engine;

/// <summary>
/// The layers in an engine's data folder: one for a container, one for an image, which stays when its containers go. Real images
/// have several, each in a folder of the same kind.
/// </summary>
internal sealed class LayerStore(FileStore files, string dataRoot)
{
    private string Root => $@"{dataRoot}\{SimulatedLayers.Folder}";

    /// <summary>True for a layer of this engine, or what lies in one.</summary>
    public bool Holds(string path) =>
        path.StartsWith(Root + @"\", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a container's layer, and its image's where that was not pulled yet.</summary>
    public void Put(SimulatedContainer container)
    {
        PutImage(container.Image);
        Put(container.Id, "sandbox.vhdx");
    }

    /// <summary>Makes an image's layer.</summary>
    public void PutImage(string image) =>
        Put(EngineProcess.IdOf("image " + image), @"Files\Windows\System32\ntdll.dll");

    /// <summary>Removes a container's layer.</summary>
    public void Remove(SimulatedContainer container) => files.RemoveTree($@"{Root}\{container.Id}");

    private void Put(string id, string content)
    {
        var chain = $@"{Root}\{id}\{SimulatedLayers.Chain}";
        if (files.Find(chain) is null)
        {
            files.WriteSafely($@"{Root}\{id}\{content}", Encoding.UTF8.GetBytes("simulated layer"));
            files.WriteSafely(chain, Encoding.UTF8.GetBytes("[]"));
        }
    }
}
