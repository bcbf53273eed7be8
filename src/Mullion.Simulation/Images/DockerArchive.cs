using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Mullion.Simulation.Images;

/// <summary>
/// A tar archive of images as <c>docker save</c> makes it: <c>manifest.json</c> names the images, and for each the file that tells its
/// operating system (moby, image/tarexport).
/// </summary>
public static class DockerArchive
{
    private const string Manifest = "manifest.json";

    /// <summary>Packs images, without layers.</summary>
    public static byte[] Create(string os, params IReadOnlyList<string> names)
    {
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            Add(tar, "config.json", $$"""{"architecture":"amd64","os":"{{os}}"}""");
            var tags = string.Join(",", names.Select(n => $"\"{n}\""));
            Add(
                tar,
                Manifest,
                $$"""[{"Config":"config.json","RepoTags":[{{tags}}],"Layers":[]}]"""
            );
        }

        return buffer.ToArray();
    }

    /// <summary>The names of the images in an archive, or why the engine does not load it.</summary>
    internal static (IReadOnlyList<string> Names, string? Refusal) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var files = Files(bytes);
            if (!files.TryGetValue(Manifest, out var manifest))
            {
                return ([], "invalid archive: does not contain a manifest.json");
            }

            using var images = JsonDocument.Parse(manifest);
            var names = new List<string>();
            foreach (var image in images.RootElement.EnumerateArray())
            {
                using var config = JsonDocument.Parse(
                    files[image.GetProperty("Config").GetString()!]
                );
                var os = config.RootElement.GetProperty("os").GetString();
                if (os != "windows")
                {
                    return ([], $"image operating system \"{os}\" cannot be used on this platform");
                }

                names.AddRange(
                    image.GetProperty("RepoTags").EnumerateArray().Select(t => t.GetString()!)
                );
            }

            return (names, null);
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or JsonException
                        or EndOfStreamException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            return ([], "archive/tar: invalid tar header");
        }
    }

    private static Dictionary<string, byte[]> Files(ReadOnlyMemory<byte> bytes)
    {
        using Stream stream = new MemoryStream(bytes.ToArray());
        using var plain = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        using var tar = new TarReader(plain);
        var files = new Dictionary<string, byte[]>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            files[entry.Name] = content.ToArray();
        }

        return files;
    }

    private static void Add(TarWriter tar, string name, string content) =>
        tar.WriteEntry(
            new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)),
                ModificationTime = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero),
            }
        );
}
