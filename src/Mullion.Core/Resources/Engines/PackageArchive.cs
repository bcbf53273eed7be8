using System.IO.Compression;
using System.Security.Cryptography;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>An engine's zip (its top folder <c>docker/</c> left out), read to its end before anything of it is unpacked.</summary>
internal sealed class PackageArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly SortedDictionary<string, ZipArchiveEntry> _entries;

    private PackageArchive(ZipArchive zip, string package)
    {
        _zip = zip;
        _entries = Entries(package, zip);
        Files = _entries.ToDictionary(e => e.Key, e => Hash(e.Value));
    }

    /// <summary>Names of the files below the folder, and the SHA-256 of each.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Opens a package on the host.</summary>
    /// <exception cref="MullionException">
    /// It is no zip, holds no engine, or holds a path that leads out of the folder.
    /// </exception>
    public static PackageArchive Open(IHostFiles files, string package)
    {
        var stream = files.OpenRead(package);
        try
        {
            return new PackageArchive(new ZipArchive(stream, ZipArchiveMode.Read), package);
        }
        catch (Exception e)
        {
            stream.Dispose();
            if (e is not InvalidDataException)
            {
                throw;
            }

            throw new MullionException(
                $"{package} is no zip that can be read: {e.Message}",
                "Use the static zip of the engine for Windows, and its own SHA-256 in engine.package.sha256."
            );
        }
    }

    /// <summary>Unpacks every file, replacing what is there.</summary>
    public void Unpack(IHostFiles files, string folder, Action<string> report)
    {
        foreach (var (name, entry) in _entries)
        {
            var target = $@"{folder}\{name}";
            report($"unpacking {name}");
            files.EnsureDirectory(HostPaths.Parent(target));
            using var content = entry.Open();
            files.WriteAtomically(target, content);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static SortedDictionary<string, ZipArchiveEntry> Entries(string package, ZipArchive zip)
    {
        var entries = new SortedDictionary<string, ZipArchiveEntry>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            entries[Name(package, entry.FullName)] = entry;
        }

        return entries.ContainsKey(EnginePrograms.Engine)
            ? entries
            : throw new MullionException(
                $"{package} holds no docker/{EnginePrograms.Engine}.",
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

    private static string Hash(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
