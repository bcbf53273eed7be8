namespace Mullion.Simulation.Files;

/// <summary>The lock files of a host, and the files being read: held by programs that run, given up with them.</summary>
internal sealed class FileLocks(SimulatedHost host)
{
    private readonly Dictionary<string, FileLock> _held = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<OpenFile> _read = [];

    /// <summary>True while a program holds it for itself.</summary>
    public bool Holds(string path) => _held.ContainsKey(path);

    /// <summary>True while a program reads it.</summary>
    public bool IsRead(string path) =>
        _read.Any(f => string.Equals(f.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a file to read.</summary>
    public Stream Open(SimulatedFile file)
    {
        var open = new OpenFile(this, file.Path, file.Content);
        _read.Add(open);
        return open;
    }

    /// <summary>A reader is done.</summary>
    public void Close(OpenFile open)
    {
        lock (host.Sync)
        {
            _read.Remove(open);
        }
    }

    /// <summary>Takes a lock that nobody holds, making its file.</summary>
    public IDisposable Take(string path, FileContent holder)
    {
        host.Store.Put(
            new SimulatedFile(path, IsDirectory: false)
            {
                Content = holder,
                EntrySafe = false,
                DeleteOnClose = true,
            }
        );
        return _held[path] = new FileLock(this, path);
    }

    /// <summary>The programs that hold locks have ended.</summary>
    public void ReleaseAll()
    {
        _read.Clear();
        foreach (var held in _held.Values.ToList())
        {
            Release(held);
        }
    }

    /// <summary>One is given up, and its file with it.</summary>
    public void Release(FileLock held)
    {
        lock (host.Sync)
        {
            // After a power cut the handle is gone, and the path may be another's by now.
            if (_held.TryGetValue(held.Path, out var current) && ReferenceEquals(current, held))
            {
                _held.Remove(held.Path);
                host.Store.Remove(held.Path);
            }
        }
    }

    /// <summary>The machine is down: what becomes of the files is the disk's matter.</summary>
    public void Forget()
    {
        _held.Clear();
        _read.Clear();
    }
}
