namespace Mullion.Core.Hosts;

/// <summary>A file or folder.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="IsDirectory">True for a folder.</param>
/// <param name="Length">Bytes; 0 for a folder.</param>
public sealed record FileEntry(string Path, bool IsDirectory, long Length)
{
    /// <summary>When its content was last written, by the host's clock.</summary>
    public DateTimeOffset Written { get; init; }

    /// <summary>True for a file with the attribute read-only: it can be neither written nor replaced.</summary>
    public bool ReadOnly { get; init; }
}
