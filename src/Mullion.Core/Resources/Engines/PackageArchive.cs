using System.IO.Compression;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Unpacks an engine's zip (its top folder <c>docker/</c> left out) file by file.</summary>
internal static class PackageArchive
{
    /// <summary>Unpacks every file, replacing what is there.</summary>
    /// <returns>Names of the files below the folder, and the SHA-256 of each.</returns>
    /// <exception cref="MullionException">
    /// It is no zip, holds no engine, or holds a path that leads out of the folder; nothing is unpacked then.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Unpack(
        IHostFiles files,
        string package,
        string folder,
        Action<string> report
    )
    {
        using var stream = files.OpenRead(package);
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return Unpack(files, Names(package, zip), folder, report);
        }
        catch (InvalidDataException e)
        {
            throw new MullionException(
                $"{package} is no zip that can be read: {e.Message}",
                "Use the static zip of the engine for Windows, and its own SHA-256 in engine.package.sha256."
            );
        }
    }

    private static SortedDictionary<string, string> Unpack(
        IHostFiles files,
        IReadOnlyDictionary<string, ZipArchiveEntry> entries,
        string folder,
        Action<string> report
    )
    {
        var unpacked = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, entry) in entries)
        {
            var target = $@"{folder}\{name}";
            report($"unpacking {name}");
            files.EnsureDirectory(HostPaths.Parent(target));
            using (var content = entry.Open())
            {
                files.WriteAtomically(target, content);
            }

            unpacked[name] = EngineManifest.Hash(files, target)!;
        }

        return unpacked;
    }

    /// <summary>What would be unpacked, all of it looked at before the first file is written.</summary>
    private static SortedDictionary<string, ZipArchiveEntry> Names(string package, ZipArchive zip)
    {
        var names = new SortedDictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            names[Name(package, entry.FullName)] = entry;
        }

        return names.ContainsKey("dockerd.exe")
            ? names
            : throw new MullionException(
                $"{package} holds no docker/dockerd.exe.",
                "Use the static zip of the engine for Windows."
            );
    }

    private static string Name(string package, string entry)
    {
        var parts = entry.Split('/', '\\');
        return parts.Any(p => p is ".." or "" || p.Contains(':'))
            ? throw new MullionException(
                $"{package} holds the path {entry}, which leads out of its folder.",
                "Do not use this package."
            )
            : string.Join('\\', parts.Length > 1 && parts[0] == "docker" ? parts[1..] : parts);
    }
}
