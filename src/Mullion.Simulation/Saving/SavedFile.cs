namespace Mullion.Simulation.Saving;

/// <summary>A file as it is saved: contents once where both are the same.</summary>
internal sealed record SavedFile(
    string Path,
    bool IsDirectory,
    byte[] Content,
    byte[]? Flushed,
    bool Clean,
    int SafeLength,
    bool EntrySafe,
    bool DeleteOnClose,
    DateTimeOffset Written,
    string? Access,
    bool ReadOnly
);
