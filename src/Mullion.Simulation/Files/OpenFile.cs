namespace Mullion.Simulation.Files;

/// <summary>A file that is being read: until this is disposed of, nobody can write, move or delete it.</summary>
/// <remarks>Source: documentation of CreateFile; without FILE_SHARE_WRITE and FILE_SHARE_DELETE others get error 32.</remarks>
internal sealed class OpenFile(FileLocks locks, string path, FileContent content)
    : MemoryStream(content.ToArray(), writable: false)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            locks.Close(this);
        }

        base.Dispose(disposing);
    }
}
