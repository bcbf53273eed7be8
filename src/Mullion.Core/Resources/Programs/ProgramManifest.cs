using System.Text.Json;
using System.Text.Json.Serialization;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Programs;

/// <summary>
/// What is unpacked, kept beside the programs and written before the first of them: so it is known at any time which files are
/// Mullion's, and whether all of them are there.
/// </summary>
/// <param name="Version">The version of the programs.</param>
/// <param name="Package">SHA-256 of the package.</param>
/// <param name="Files">File names and the SHA-256 of their content.</param>
internal sealed record ProgramManifest(
    string Version,
    string Package,
    IReadOnlyDictionary<string, string> Files
)
{
    /// <summary>Its name in the program folder.</summary>
    public const string FileName = "mullion-package.json";

    /// <summary>Stands for one that somebody edited: what it said cannot be known.</summary>
    private static readonly ProgramManifest Unreadable = new(
        "unknown",
        "",
        new Dictionary<string, string>()
    );

    [JsonIgnore]
    public bool Readable => this != Unreadable;

    public static string PathIn(string folder) => $@"{folder}\{FileName}";

    public static ProgramManifest? Find(IHostFiles files, string folder)
    {
        var path = PathIn(folder);
        if (files.Find(path) is null)
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize(
                files.ReadAllBytes(path),
                ProgramJson.Default.ProgramManifest
            );
            return read is { Version: not null, Package: not null, Files: not null }
                ? read
                : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    public void Write(IHostFiles files, string folder)
    {
        using var content = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(this, ProgramJson.Default.ProgramManifest)
        );
        files.WriteAtomically(PathIn(folder), content);
    }
}
