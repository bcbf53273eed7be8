using System.Text;
using Mullion.Lab.Folders;
using Mullion.Simulation;

namespace Mullion.Lab.Hosts;

/// <summary>A host on the lab's disk: replaced as a whole, so that a lab that is killed leaves the old or the new one.</summary>
internal sealed class HostFile(SimulatedHost host, string path, LabServerOptions options)
    : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private int _savedAt = -1;

    /// <summary>Saves now, and from now on ever so often.</summary>
    public void Start()
    {
        Save();
        _timer = options.Clock.CreateTimer(
            _ => SaveOrTryAgain(),
            null,
            options.SaveInterval,
            options.SaveInterval
        );
    }

    /// <summary>Saves, if anything happened since the last time.</summary>
    public void Save()
    {
        lock (_lock)
        {
            if (_savedAt != host.Operations)
            {
                Write();
            }
        }
    }

    /// <summary>Saves what no operation tells of: power.</summary>
    public void Write()
    {
        lock (_lock)
        {
            _savedAt = host.Operations;
            var fresh = path + ".new";
            using (var file = OwnerOnly.Open(fresh, FileMode.Create))
            {
                file.Write(Encoding.UTF8.GetBytes(host.Save()));
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        try
        {
            Save();
        }
        catch (DirectoryNotFoundException)
        {
            // The lab's folder was taken away under it.
        }
    }

    private void SaveOrTryAgain()
    {
        try
        {
            Save();
        }
        catch (IOException)
        {
            // The disk of the lab is full, or its folder is going: the next turn tries again.
            _savedAt = -1;
        }
    }
}
