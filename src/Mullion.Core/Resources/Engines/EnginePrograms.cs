using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// The engine's program folder. The files that its manifest names are Mullion's as long as they are what was unpacked; every other
/// one is somebody's and stays.
/// </summary>
internal sealed class EnginePrograms(IHostFiles files, string folder)
{
    /// <summary>The engine itself.</summary>
    public const string Engine = "dockerd.exe";

    /// <summary>What stands there by Mullion; null when nothing does.</summary>
    public EngineManifest? Manifest { get; } = EngineManifest.Find(files, folder);

    /// <summary>Whether somebody else put an engine, or anything, there: without a manifest nothing in it is Mullion's.</summary>
    public bool Taken =>
        Manifest is null && files.List(folder).Any(e => !Same(e.Path, UnfinishedManifest));

    private string UnfinishedManifest =>
        HostFilesExtensions.Unfinished(EngineManifest.PathIn(folder));

    /// <summary>Makes the folder hold exactly what a package has, and what others put beside it.</summary>
    public void Install(EngineManifest manifest, PackageArchive package, Action<string> report)
    {
        // Under the old manifest: a power cut must not leave a file that the new one does not know.
        if (Manifest is { } old && old.Package != manifest.Package)
        {
            foreach (var name in old.Files.Keys)
            {
                Delete(name);
            }
        }

        files.EnsureDirectory(folder);
        manifest.Write(files, folder);
        package.Unpack(files, folder, report);
    }

    /// <summary>Takes away what is Mullion's; the folder too, where it was not there before and nothing of others is in it.</summary>
    public void Remove(bool folderStays)
    {
        foreach (var (name, hash) in Manifest?.Files ?? new Dictionary<string, string>())
        {
            if (EngineManifest.Hash(files, PathOf(name)) == hash)
            {
                files.Delete(PathOf(name));
            }

            files.DeleteIfThere(HostFilesExtensions.Unfinished(PathOf(name)));
            DeleteEmptyAbove(name);
        }

        files.DeleteIfThere(UnfinishedManifest);
        files.DeleteIfThere(EngineManifest.PathIn(folder));
        if (!folderStays)
        {
            DeleteIfEmpty(folder);
        }
    }

    /// <summary>What a removal cannot or will not take away.</summary>
    public IEnumerable<Finding> CheckRemove()
    {
        if (Manifest is { Readable: false })
        {
            yield return Finding.Refuse(
                "engine-manifest",
                $"{EngineManifest.PathIn(folder)} was edited and cannot be read, so which files are Mullion's is not known.",
                "Run mullion apply: it unpacks the package anew. Then remove the node."
            );
        }
        else if (Changed().Contains(Engine))
        {
            yield return Finding.Refuse(
                "engine-replaced",
                $@"{folder}\{Engine} is not the one that Mullion unpacked: somebody put another engine in its place.",
                "Run mullion apply: it puts the engine of the spec back. Then remove the node."
            );
        }
        else if (Changed().Concat(Others()).Order(StringComparer.Ordinal).ToList() is [_, ..] stay)
        {
            yield return Finding.Warn(
                "program-files-stay",
                $"In {folder} others made or changed {string.Join(", ", stay.Take(5))}{(stay.Count > 5 ? $" and {stay.Count - 5} more files" : "")}: they stay.",
                "Delete them yourself if nobody needs them."
            );
        }
    }

    private IReadOnlyList<string> Changed() =>
        [
            .. (Manifest?.Files ?? new Dictionary<string, string>())
                .Where(f =>
                    EngineManifest.Hash(files, PathOf(f.Key)) is { } hash && hash != f.Value
                )
                .Select(f => f.Key),
        ];

    private IEnumerable<string> Others()
    {
        var ours = (Manifest?.Files.Keys ?? [])
            .Select(PathOf)
            .Append(EngineManifest.PathIn(folder))
            .SelectMany(p => new[] { p, HostFilesExtensions.Unfinished(p) })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files
            .Walk(folder)
            .Where(f => !ours.Contains(f.Path))
            .Select(f => f.Path[(folder.Length + 1)..]);
    }

    private void Delete(string name)
    {
        files.DeleteIfThere(PathOf(name));
        files.DeleteIfThere(HostFilesExtensions.Unfinished(PathOf(name)));
        DeleteEmptyAbove(name);
    }

    private void DeleteEmptyAbove(string name)
    {
        for (var at = HostPaths.Parent(PathOf(name)); !Same(at, folder); at = HostPaths.Parent(at))
        {
            DeleteIfEmpty(at);
        }
    }

    private void DeleteIfEmpty(string path)
    {
        if (files.Find(path) is not null && files.List(path).Count == 0)
        {
            files.DeleteDirectory(path);
        }
    }

    private string PathOf(string name) => $@"{folder}\{name}";

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
