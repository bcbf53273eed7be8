using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>A file or folder, with what of it has reached the disk.</summary>
/// <param name="Path">The absolute path, as it was first written.</param>
/// <param name="IsDirectory">True for a folder; folders reach the disk at once.</param>
public sealed record SimulatedFile(string Path, bool IsDirectory)
{
    /// <summary>What a program reads now.</summary>
    public FileContent Content { get; init; } = FileContent.Empty;

    /// <summary>What was last flushed; null when it never was.</summary>
    public FileContent? Flushed { get; init; }

    /// <summary>Leading bytes that are on the disk and were not written again since.</summary>
    public int SafeLength { get; init; }

    /// <summary>True when the entry itself would still be there after a power cut.</summary>
    public bool EntrySafe { get; init; } = true;

    /// <summary>True for a lock file: it goes when its program goes.</summary>
    public bool DeleteOnClose { get; init; }

    /// <summary>When its content was last written.</summary>
    public DateTimeOffset Written { get; init; }

    /// <summary>Its own ACL as SDDL; null where it has its folder's.</summary>
    public string? Access { get; init; }

    /// <summary>The attribute read-only.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>True when a power cut would not change it.</summary>
    public bool Clean => IsDirectory || (EntrySafe && ReferenceEquals(Content, Flushed));

    /// <summary>What Windows tells of it.</summary>
    public FileEntry Entry =>
        new(Path, IsDirectory, Content.Length) { Written = Written, ReadOnly = ReadOnly };

    /// <summary>The same file with this content, and all of it on the disk.</summary>
    public SimulatedFile OnDisk(FileContent content) =>
        this with
        {
            Content = content,
            Flushed = content,
            SafeLength = content.Length,
            EntrySafe = true,
            DeleteOnClose = false,
        };
}
