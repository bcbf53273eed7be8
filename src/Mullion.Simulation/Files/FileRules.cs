using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>What Windows refuses about files.</summary>
internal sealed class FileRules(SimulatedHost host, Func<string, bool> isLocked)
{
    /// <summary>ERROR_DIRECTORY.</summary>
    public const int InvalidDirectory = 267;

    /// <summary>What it refuses about layers.</summary>
    public SimulatedLayers Layers { get; } = new(host);

    /// <summary>Windows' error, in the host's language.</summary>
    public HostException Error(string operation, string path, int code) =>
        host.Error(operation, path, code);

    /// <summary>A path in its plain form.</summary>
    public string Plain(string operation, string path) =>
        WindowsPath.Normalise(path) ?? throw Error(operation, path, WindowsPath.InvalidName);

    /// <summary>A file that is there.</summary>
    public SimulatedFile Existing(string operation, string path)
    {
        if (host.Store.Find(path) is { } file)
        {
            return file.IsDirectory
                ? throw Error(operation, path, WindowsError.AccessDenied)
                : file;
        }

        RequireFolder(operation, path);
        throw Error(operation, path, WindowsError.FileNotFound);
    }

    /// <summary>A file or folder that is there.</summary>
    public SimulatedFile Entry(string operation, string path) =>
        host.Store.Find(path) ?? throw Error(operation, path, WindowsError.FileNotFound);

    /// <summary>Refuses a path whose folder is not there.</summary>
    public void RequireFolder(string operation, string path)
    {
        if (host.Store.Find(HostPaths.Parent(path)) is not { IsDirectory: true })
        {
            throw Error(operation, path, WindowsError.PathNotFound);
        }
    }

    /// <summary>The plain path of a file that can be written.</summary>
    public string Writable(string operation, string path)
    {
        var plain = Plain(operation, path);
        RequireFolder(operation, plain);
        if (host.Store.Find(plain) is { IsDirectory: true } or { ReadOnly: true })
        {
            throw Error(operation, path, WindowsError.AccessDenied);
        }

        Layers.RequireNone(operation, plain);
        return IsLocked(plain) || host.IsRunningProgram(plain)
            ? throw Error(operation, path, WindowsError.SharingViolation)
            : plain;
    }

    /// <summary>Refuses what a program holds open, and what a layer holds.</summary>
    public void RequireUnlocked(string operation, string path)
    {
        Layers.RequireNone(operation, path);
        if (IsLocked(path))
        {
            throw Error(operation, path, WindowsError.SharingViolation);
        }
    }

    /// <summary>Refuses to delete a folder that has something in it, or is a layer or in one.</summary>
    public void RequireEmpty(string operation, string path)
    {
        if (host.Store.HasChildren(path))
        {
            throw Error(operation, path, WindowsError.DirectoryNotEmpty);
        }

        Layers.RequireNone(operation, path);
    }

    /// <summary>Refuses to delete or replace what a program uses.</summary>
    public void RequireDeletable(string operation, string path)
    {
        RequireUnlocked(operation, path);
        if (host.Store.Find(path) is { ReadOnly: true })
        {
            throw Error(operation, path, WindowsError.AccessDenied);
        }

        if (host.IsRunningProgram(path))
        {
            throw Error(operation, path, Quirks.RunningProgramIsLocked.DeleteError);
        }
    }

    /// <summary>True for a file that a program holds open.</summary>
    public bool IsLocked(string path) => isLocked(path) || host.IsHeldOpen(path);

    /// <summary>How many of so many bytes the disk still takes.</summary>
    public int Fit(int length) => (int)Math.Clamp(host.FreeDiskBytes, 0, length);

    /// <summary>Reports a disk that was full before all was written.</summary>
    public void RequireAll(string operation, string path, int wanted, int written)
    {
        if (written < wanted)
        {
            throw Error(operation, path, WindowsError.DiskFull);
        }
    }
}
