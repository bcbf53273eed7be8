using System.Text.Json;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Engine;

/// <summary>The containers of an engine: they live in its data folder and go with it.</summary>
internal sealed class ContainerStore(FileStore files, string dataRoot)
{
    /// <summary>Their layers, and those of their images.</summary>
    public LayerStore Layers { get; } = new(files, dataRoot);

    private string Folder => dataRoot + @"\containers";

    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<SimulatedContainer> All() =>
        [
            .. files
                .Children(Folder)
                .Where(f => f.IsDirectory)
                .Select(f => files.Find(f.Path + @"\config.v2.json"))
                .OfType<SimulatedFile>()
                .Select(f =>
                    JsonSerializer.Deserialize(
                        f.Content.Span,
                        EngineJson.Default.SimulatedContainer
                    )
                )
                .OfType<SimulatedContainer>(),
        ];

    /// <summary>Writes one, with its layer.</summary>
    public void Put(SimulatedContainer container)
    {
        files.WriteSafely(
            $@"{Folder}\{container.Id}\config.v2.json",
            JsonSerializer.SerializeToUtf8Bytes(container, EngineJson.Default.SimulatedContainer)
        );
        Layers.Put(container);
    }

    /// <summary>Removes one, with its layer.</summary>
    public void Remove(SimulatedContainer container)
    {
        files.RemoveTree($@"{Folder}\{container.Id}");
        Layers.Remove(container);
    }
}
