using System.Security.Cryptography;
using Mullion.Core;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>A spec as loaded for work: valid, and with the checksums of archives that lie on this machine.</summary>
/// <param name="Path">The file's absolute path.</param>
/// <param name="Spec">What it says.</param>
internal sealed record SpecFile(string Path, ClusterSpec Spec)
{
    /// <summary>Loads a file.</summary>
    /// <exception cref="SpecInvalidException">It is not valid.</exception>
    public static SpecFile Load(string path)
    {
        var result = SpecCatalogue.Load(path);
        return result.Spec is { } spec
            ? new SpecFile(System.IO.Path.GetFullPath(path), Complete(spec))
            : throw new SpecInvalidException(path, result.Errors);
    }

    /// <summary>Opens an archive with a checksum if the spec names it as a file; null when it does not.</summary>
    public Stream? OpenArchive(string sha256) =>
        SpecArchives
            .All(Spec)
            .Where(a => a.Sha256 == sha256)
            .Select(a => a.Path)
            .OfType<FileReference>()
            .Select(file => File.OpenRead(file.FullPath))
            .FirstOrDefault();

    /// <summary>The node of a name, which may differ in case.</summary>
    public NodeSpec? Find(string name) =>
        Spec.Nodes.FirstOrDefault(n =>
            string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>An archive named by path and without a checksum is taken as it is: its own checksum identifies it from here on.</summary>
    private static ClusterSpec Complete(ClusterSpec spec)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        return SpecArchives.Replace(spec, (key, archive) => Complete(archive, key, hashes));
    }

    private static ArchiveSpec Complete(
        ArchiveSpec archive,
        string key,
        Dictionary<string, string> hashes
    )
    {
        if (archive is not { Path: { } file, Sha256: null })
        {
            return archive;
        }

        try
        {
            if (!hashes.TryGetValue(file.FullPath, out var sha256))
            {
                using var content = File.OpenRead(file.FullPath);
                sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
                hashes[file.FullPath] = sha256;
            }

            return archive with
            {
                Sha256 = sha256,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"The archive {file} cannot be read: {error.Message}",
                $"Check the permissions of the file that {key}.path names."
            );
        }
    }
}
