using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>
/// The file system below the gate: what the simulated Windows and its programs use, and what <see cref="SimulatedFiles"/> is
/// built on. Paths are in their plain form.
/// </summary>
internal sealed class FileStore(Dictionary<string, SimulatedFile> entries, TimeProvider? clock)
{
    /// <summary>The entry at a path.</summary>
    public SimulatedFile? Find(string path) => entries.GetValueOrDefault(path);

    /// <summary>Puts an entry, in the case in which the path was first written.</summary>
    public void Put(SimulatedFile file) =>
        entries[file.Path] = entries.TryGetValue(file.Path, out var old)
            ? file with
            {
                Path = old.Path,
            }
            : file;

    /// <summary>Takes an entry away.</summary>
    public void Remove(string path) => entries.Remove(path);

    /// <summary>The entries of a folder, by name.</summary>
    public IEnumerable<SimulatedFile> Children(string folder) =>
        entries
            .Values.Where(e => WindowsPath.IsChild(e.Path, folder))
            .OrderBy(e => e.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a folder has an entry.</summary>
    public bool HasChildren(string folder) =>
        entries.Values.Any(e => WindowsPath.IsChild(e.Path, folder));

    /// <summary>Makes a folder and what is missing above it.</summary>
    public void EnsureDirectory(string path)
    {
        if (entries.ContainsKey(path))
        {
            return;
        }

        if (!WindowsPath.IsRoot(path))
        {
            EnsureDirectory(HostPaths.Parent(path));
        }

        entries[path] = new SimulatedFile(path, IsDirectory: true);
    }

    /// <summary>Writes a file as a careful program does: it is on the disk when this returns.</summary>
    public void WriteSafely(string path, byte[] content)
    {
        EnsureDirectory(HostPaths.Parent(path));
        var file = Find(path) ?? new SimulatedFile(path, IsDirectory: false);
        Put(file.OnDisk(new FileContent(content)) with { Written = clock?.GetUtcNow() ?? default });
    }

    /// <summary>A folder and all that is in it: what lies deepest first, a layer's chain after what else is in the layer.</summary>
    public IEnumerable<SimulatedFile> Tree(string path) =>
        entries
            .Values.Where(e =>
                e.Path.StartsWith(path + @"\", StringComparison.OrdinalIgnoreCase)
                || string.Equals(e.Path, path, StringComparison.OrdinalIgnoreCase)
            )
            .OrderByDescending(e => e.Path.Count(c => c == '\\'))
            .ThenBy(e => WindowsPath.NameOf(e.Path) == SimulatedLayers.Chain)
            .ThenBy(e => e.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>Deletes a folder with all that is in it.</summary>
    public void RemoveTree(string path)
    {
        foreach (
            var inside in entries
                .Keys.Where(k => k.StartsWith(path + @"\", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            entries.Remove(inside);
        }

        entries.Remove(path);
    }

    /// <summary>Everything reaches the disk, as when Windows shuts down.</summary>
    public void FlushAll()
    {
        foreach (var file in entries.Values.Where(f => !f.Clean || f.DeleteOnClose).ToList())
        {
            if (file.DeleteOnClose)
            {
                entries.Remove(file.Path);
            }
            else
            {
                Put(file.OnDisk(file.Content));
            }
        }
    }

    /// <summary>What a power cut leaves, decided by a seed; see <see cref="PowerLoss"/>.</summary>
    public void LosePower(int seed)
    {
        foreach (
            var file in entries
                .Values.Where(f => !f.Clean || f.DeleteOnClose)
                .OrderBy(f => f.Path, StringComparer.OrdinalIgnoreCase)
                .ToList()
        )
        {
            if (PowerLoss.Of(file, seed) is { } left)
            {
                Put(file.OnDisk(left));
            }
            else
            {
                entries.Remove(file.Path);
            }
        }
    }
}
