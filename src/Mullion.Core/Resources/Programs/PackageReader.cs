using System.Formats.Tar;
using System.IO.Compression;

namespace Mullion.Core.Resources.Programs;

/// <summary>Goes through the files of a package, whichever way it is packed.</summary>
internal static class PackageReader
{
    private static ReadOnlySpan<byte> ProgramMark => "MZ"u8;

    /// <summary>Its files, one after another.</summary>
    /// <exception cref="InvalidDataException">It is not packed so, or is cut short.</exception>
    public static IEnumerable<PackageEntry> Entries(Stream content, PackageLayout layout) =>
        layout.Format switch
        {
            PackageFormat.Zip => Zip(content),
            PackageFormat.TarGz => TarGz(content),
            _ => Program(content, layout.Programs[0]),
        };

    private static IEnumerable<PackageEntry> Zip(Stream content)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            yield return new PackageEntry(entry.FullName, entry.Open);
        }
    }

    private static IEnumerable<PackageEntry> TarGz(Stream content)
    {
        using var plain = new GZipStream(content, CompressionMode.Decompress);
        using var tar = new TarReader(plain);
        while (Next(tar) is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                    yield return new PackageEntry(
                        entry.Name,
                        () => entry.DataStream ?? new MemoryStream()
                    );
                    break;
                case TarEntryType.HardLink or TarEntryType.SymbolicLink:
                    // It may lead anywhere, and no package of Windows programs has one.
                    throw new InvalidDataException($"it holds the link {entry.Name}");
            }
        }
    }

    private static TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("it is cut short", e);
        }
    }

    private static IEnumerable<PackageEntry> Program(Stream content, string name)
    {
        // Every Windows program begins so; what a proxy or a login page answers instead does not.
        Span<byte> mark = stackalloc byte[2];
        if (
            content.ReadAtLeast(mark, 2, throwOnEndOfStream: false) < 2
            || !mark.SequenceEqual(ProgramMark)
        )
        {
            throw new InvalidDataException("it does not begin as a Windows program does");
        }

        content.Position = 0;
        return [new PackageEntry(name, () => content)];
    }
}
