using System.Security.Cryptography;
using System.Text.Json;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// What was unpacked: kept beside the programs and written last, so that it stands only when all files do.
/// </summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Package">SHA-256 of the zip.</param>
/// <param name="Files">File names and the SHA-256 of their content.</param>
internal sealed record EngineManifest(
    string Version,
    string Package,
    IReadOnlyDictionary<string, string> Files
)
{
    public static string PathIn(string folder) => folder + @"\mullion-package.json";

    public static EngineManifest? Find(IHostFiles files, string folder)
    {
        var path = PathIn(folder);
        if (files.Find(path) is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(
                files.ReadAllBytes(path),
                EngineJson.Default.EngineManifest
            );
        }
        catch (JsonException)
        {
            // Somebody edited it: what it said cannot be known, and the package is unpacked anew.
            return new EngineManifest("unknown", "", new Dictionary<string, string>());
        }
    }

    public void Write(IHostFiles files, string folder)
    {
        using var content = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(this, EngineJson.Default.EngineManifest)
        );
        files.WriteAtomically(PathIn(folder), content);
    }

    /// <summary>Which files are gone or no longer what was unpacked.</summary>
    public IReadOnlyList<string> Damaged(IHostFiles files, string folder) =>
        [
            .. Files
                .Where(f => Hash(files, $@"{folder}\{f.Key}") != f.Value)
                .Select(f => f.Key)
                .Order(StringComparer.Ordinal),
        ];

    public static string? Hash(IHostFiles files, string path)
    {
        if (files.Find(path) is null)
        {
            return null;
        }

        using var stream = files.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
