using Mullion.Core.Hosts;

namespace Mullion.Core.Convergence.Executors;

/// <summary>Mullion's own folder on the host, as it goes.</summary>
internal sealed class OwnFolder(IHostFiles files)
{
    /// <summary>
    /// Deletes all but the lock, while that is held: a run that began in between would lose its journal. The journal goes last, as
    /// it tells that there is more to clear away.
    /// </summary>
    public void Empty()
    {
        var entries = files
            .List(HostPaths.Mullion)
            .Where(e => !Is(e, HostPaths.Lock))
            .OrderBy(e => Is(e, HostPaths.Journal));
        foreach (var entry in entries)
        {
            files.DeleteTree(entry.Path);
        }
    }

    /// <summary>Deletes the folder, once the lock was given up; not where another run has the host since.</summary>
    public void Delete()
    {
        try
        {
            files.DeleteDirectory(HostPaths.Mullion);
        }
        catch (HostException e)
            when (e.Code is WindowsError.DirectoryNotEmpty or WindowsError.FileNotFound)
        {
            // It is that run's now, or went with it.
        }
    }

    private static bool Is(FileEntry entry, string path) =>
        string.Equals(entry.Path, path, StringComparison.OrdinalIgnoreCase);
}
