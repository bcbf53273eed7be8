using System.Security.Cryptography;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Programs;

/// <summary>A package of programs on the host, read to its end before anything of it is unpacked.</summary>
internal sealed class PackageArchive
{
    private readonly IHostFiles _files;
    private readonly string _path;
    private readonly PackageLayout _layout;

    private PackageArchive(IHostFiles files, string path, PackageLayout layout)
    {
        _files = files;
        _path = path;
        _layout = layout;
        var hashes = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Read((name, content) => hashes[name] = Convert.ToHexStringLower(SHA256.HashData(content)));
        Files = hashes;
    }

    /// <summary>Names of the files below the folder, and the SHA-256 of each.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Reads a package on the host.</summary>
    /// <exception cref="MullionException">
    /// It is not packed so, lacks a program, or holds a path that leads out of the folder.
    /// </exception>
    public static PackageArchive Open(IHostFiles files, string path, PackageLayout layout)
    {
        PackageArchive package;
        try
        {
            package = new PackageArchive(files, path, layout);
        }
        catch (InvalidDataException e)
        {
            throw new MullionException(
                $"{path} is no {Word(layout.Format)} that can be read: {e.Message}",
                $"Use the {layout.What}, and its own SHA-256 in {layout.SpecKey}.sha256."
            );
        }

        return layout.Programs.FirstOrDefault(p => !package.Files.ContainsKey(p)) is { } missing
            ? throw new MullionException(
                $"{path} holds no {(layout.Within.Length == 0 ? missing : $"{layout.Within}/{missing}")}.",
                $"Use the {layout.What}."
            )
            : package;
    }

    /// <summary>Unpacks every file, replacing what is there.</summary>
    public void Unpack(string folder, Action<string> report) =>
        Read(
            (name, content) =>
            {
                var target = $@"{folder}\{name}";
                report($"unpacking {name}");
                _files.EnsureDirectory(HostPaths.Parent(target));
                _files.WriteAtomically(target, content);
            }
        );

    private void Read(Action<string, Stream> take)
    {
        using var content = _files.OpenRead(_path);
        foreach (var entry in PackageReader.Entries(content, _layout))
        {
            if (Name(entry.Path) is { } name)
            {
                using var file = entry.Open();
                take(name, file);
            }
        }
    }

    /// <summary>Its name below the folder; null for what is not taken.</summary>
    private string? Name(string entry)
    {
        var parts = entry.Split('/', '\\').SkipWhile(p => p is ".").ToArray();
        if (parts.Any(p => p is ".." or "" || p.Contains(':')))
        {
            throw new MullionException(
                $"{_path} holds the path {entry}, which leads out of its folder.",
                "Do not use this package."
            );
        }

        var within = _layout.Within.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length <= within.Length || !parts.Take(within.Length).SequenceEqual(within))
        {
            return null;
        }

        var name = string.Join('\\', parts[within.Length..]);
        return _layout.Left.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : name;
    }

    private static string Word(PackageFormat format) =>
        format switch
        {
            PackageFormat.Zip => "zip",
            PackageFormat.TarGz => "tar.gz",
            _ => "program",
        };
}
