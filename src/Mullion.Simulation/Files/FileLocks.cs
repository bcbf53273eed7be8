namespace Mullion.Simulation.Files;

/// <summary>The lock files of a host: held by programs that run, gone with them.</summary>
internal sealed class FileLocks(SimulatedHost host)
{
    private readonly Dictionary<string, FileLock> _held = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True while a program holds it.</summary>
    public bool Holds(string path) => _held.ContainsKey(path);

    /// <summary>Takes a lock that nobody holds, making its file.</summary>
    public IDisposable Take(string path)
    {
        host.Store.Put(
            new SimulatedFile(path, IsDirectory: false) { EntrySafe = false, DeleteOnClose = true }
        );
        return _held[path] = new FileLock(this, path);
    }

    /// <summary>The programs that hold locks have ended.</summary>
    public void ReleaseAll()
    {
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
    public void Forget() => _held.Clear();
}
