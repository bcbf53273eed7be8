using System.IO.Compression;
using System.Security.Cryptography;

namespace Mullion.Simulation.Engine;

/// <summary>An engine package as Docker publishes it: a zip with <c>docker/dockerd.exe</c> and <c>docker/docker.exe</c>.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Zip">The bytes, the same for the same version.</param>
/// <param name="Sha256">Their SHA-256, lower case hexadecimal.</param>
public sealed record SimulatedEnginePackage(string Version, byte[] Zip, string Sha256)
{
    /// <summary>Packs a version.</summary>
    public static SimulatedEnginePackage Create(string version)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "docker/docker.exe", EngineProgram.Client(version));
            Add(zip, "docker/dockerd.exe", EngineProgram.Daemon(version));
        }

        var bytes = buffer.ToArray();
        return new SimulatedEnginePackage(
            version,
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        // Stored, not compressed: then the bytes do not depend on the machine's compressor.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
