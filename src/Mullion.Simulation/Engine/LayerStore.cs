using System.Text;
using Mullion.Core.Specs;
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
    public void PutImage(string image) => Put(IdOf(image), @"Files\Windows\System32\ntdll.dll");

    /// <summary>Whether an image is there whole.</summary>
    public bool HasImage(string image) => files.Find(ChainOf(IdOf(image))) is not null;

    /// <summary>Removes an image's layer.</summary>
    public void RemoveImage(string image) => files.RemoveTree($@"{Root}\{IdOf(image)}");

    /// <summary>Removes a container's layer.</summary>
    public void Remove(SimulatedContainer container) => files.RemoveTree($@"{Root}\{container.Id}");

    private static string IdOf(string image) =>
        EngineProcess.IdOf("image " + (ImageReference.Parse(image)?.Full ?? image));

    private string ChainOf(string id) => $@"{Root}\{id}\{SimulatedLayers.Chain}";

    private void Put(string id, string content)
    {
        var chain = ChainOf(id);
        if (files.Find(chain) is null)
        {
            files.WriteSafely($@"{Root}\{id}\{content}", Encoding.UTF8.GetBytes("simulated layer"));
            files.WriteSafely(chain, Encoding.UTF8.GetBytes("[]"));
        }
    }
}
