namespace Mullion.Simulation.Files;

/// <summary>A file that one program holds for itself.</summary>
internal sealed class FileLock(FileLocks locks, string path) : IDisposable
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public void Dispose() => locks.Release(this);
}
