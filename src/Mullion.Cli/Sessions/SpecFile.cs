using System.Security.Cryptography;
using Mullion.Core;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>A spec as loaded for work: valid, and with the engine package's checksum where it lies on this machine.</summary>
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

    /// <summary>Opens the engine package with a checksum if the spec names it as a file; null when it does not.</summary>
    public Stream? OpenPackage(string sha256) =>
        Spec.Engine?.Install?.Package is { Path: { } file } package && package.Sha256 == sha256
            ? File.OpenRead(file.FullPath)
            : null;

    /// <summary>The node of a name, which may differ in case.</summary>
    public NodeSpec? Find(string name) =>
        Spec.Nodes.FirstOrDefault(n =>
            string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A package named by path and without a checksum is taken as it is: its own checksum identifies it from here on.</summary>
    private static ClusterSpec Complete(ClusterSpec spec)
    {
        if (
            spec.Engine
            is not { Install: { Package: { Path: { } file, Sha256: null } package } install } engine
        )
        {
            return spec;
        }

        try
        {
            using var content = File.OpenRead(file.FullPath);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
            return spec with
            {
                Engine = engine with
                {
                    Install = install with { Package = package with { Sha256 = sha256 } },
                },
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MullionException(
                $"The engine package {file} cannot be read: {error.Message}",
                "Check the permissions of the file that engine.package.path names."
            );
        }
    }
}
