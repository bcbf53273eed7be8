using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Programs;

/// <summary>
/// A folder of programs. The files that its manifest names are Mullion's as long as they are what was unpacked; every other one is
/// somebody's and stays.
/// </summary>
/// <param name="files">The host's files.</param>
/// <param name="folder">The folder.</param>
/// <param name="main">The program that the others are for, such as <c>dockerd.exe</c>.</param>
internal sealed class ProgramFolder(IHostFiles files, string folder, string main)
{
    /// <summary>What stands there by Mullion; null when nothing does.</summary>
    public ProgramManifest? Manifest { get; } = ProgramManifest.Find(files, folder);

    /// <summary>Whether somebody else put programs, or anything, there: without a manifest nothing in it is Mullion's.</summary>
    public bool Taken =>
        Manifest is null && files.List(folder).Any(e => !Same(e.Path, UnfinishedManifest));

    /// <summary>Which of Mullion's files are gone, are not what was unpacked, or were left half written.</summary>
    public IReadOnlyList<string> Damaged() =>
        [
            .. Files
                .Where(f => HashOf(f.Key) != f.Value)
                .Select(f => f.Key)
                .Concat(
                    Files
                        .Keys.Append(ProgramManifest.FileName)
                        .Select(HostFilesExtensions.Unfinished)
                        .Where(n => files.Find(PathOf(n)) is not null)
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether Mullion's main program cannot run, because an interrupted change left only a part of it.</summary>
    public bool Broken => Files.TryGetValue(main, out var hash) && HashOf(main) != hash;

    private IReadOnlyDictionary<string, string> Files =>
        Manifest?.Files ?? FrozenDictionary<string, string>.Empty;

    private string UnfinishedManifest =>
        HostFilesExtensions.Unfinished(PathOf(ProgramManifest.FileName));

    /// <summary>Makes the folder hold exactly what a package has, and what others put beside it.</summary>
    public void Install(ProgramManifest manifest, PackageArchive package, Action<string> report)
    {
        // Under the old manifest: a power cut must not leave a file that the new one does not know.
        if (Manifest?.Package != manifest.Package)
        {
            foreach (var name in Files.Keys)
            {
                files.DeleteIfThere(PathOf(name));
                Tidy(name);
            }
        }

        files.EnsureDirectory(folder);
        manifest.Write(files, folder);
        package.Unpack(folder, report);
    }

    /// <summary>Takes away what is Mullion's; the folder too, where it was not there before and nothing of others is in it.</summary>
    public void Remove(bool folderStays)
    {
        foreach (var (name, hash) in Files)
        {
            if (HashOf(name) == hash)
            {
                files.Delete(PathOf(name));
            }

            Tidy(name);
        }

        files.DeleteIfThere(UnfinishedManifest);
        files.DeleteIfThere(PathOf(ProgramManifest.FileName));
        if (!folderStays)
        {
            DeleteIfEmpty(folder);
        }
    }

    /// <summary>What a removal cannot or will not take away.</summary>
    public IEnumerable<Finding> CheckRemove()
    {
        var changed = Files.Where(f => HashOf(f.Key) is { } hash && hash != f.Value).ToList();
        if (Manifest is { Readable: false })
        {
            yield return Finding.Refuse(
                "program-manifest",
                $"{PathOf(ProgramManifest.FileName)} was edited and cannot be read, so which files are Mullion's is not known.",
                "Run mullion apply: it unpacks the package anew. Then remove the node."
            );
        }
        else if (
            changed.Exists(f => string.Equals(f.Key, main, StringComparison.OrdinalIgnoreCase))
        )
        {
            yield return Finding.Refuse(
                "program-replaced",
                $"{PathOf(main)} is not the one that Mullion unpacked: somebody put another in its place.",
                "Run mullion apply: it puts the one of the spec back. Then remove the node."
            );
        }
        else if (
            changed.Select(f => f.Key).Concat(Others()).Order(StringComparer.Ordinal).ToList()
            is [_, ..] stay
        )
        {
            yield return Finding.Warn(
                "program-files-stay",
                $"In {folder} others made or changed {string.Join(", ", stay.Take(5))}{(stay.Count > 5 ? $" and {stay.Count - 5} more files" : "")}: they stay.",
                "Delete them yourself if nobody needs them."
            );
        }
    }

    private IEnumerable<string> Others()
    {
        var ours = Files
            .Keys.Append(ProgramManifest.FileName)
            .Select(PathOf)
            .SelectMany(p => new[] { p, HostFilesExtensions.Unfinished(p) })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files
            .Walk(folder)
            .Where(f => !ours.Contains(f.Path))
            .Select(f => f.Path[(folder.Length + 1)..]);
    }

    /// <summary>Takes away what an interrupted write of a file left, and the folders that are empty without it.</summary>
    private void Tidy(string name)
    {
        files.DeleteIfThere(HostFilesExtensions.Unfinished(PathOf(name)));
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

    private string? HashOf(string name) => files.Sha256(PathOf(name));

    private string PathOf(string name) => $@"{folder}\{name}";

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
