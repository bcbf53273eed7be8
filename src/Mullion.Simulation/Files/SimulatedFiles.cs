using System.Text;
using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>The files of a simulated host.</summary>
public sealed class SimulatedFiles : IHostFiles
{
    private readonly SimulatedHost _host;
    private readonly FileRules _rules;
    private readonly SimulatedAccess _access;

    internal SimulatedFiles(SimulatedHost host)
    {
        _host = host;
        Locks = new FileLocks(host);
        _rules = new FileRules(host, path => Locks.Holds(path) || Locks.IsRead(path));
        _access = new SimulatedAccess(host, _rules);
        Writer = new FileWriter(host, _rules);
    }

    internal FileLocks Locks { get; }

    internal FileWriter Writer { get; }

    private FileStore Store => _host.Store;

    /// <inheritdoc/>
    public FileEntry? Find(string path) =>
        _host.Gate.Run(
            "files.find",
            path,
            () => Store.Find(_rules.Plain("files.find", path))?.Entry
        );

    /// <inheritdoc/>
    public Stream OpenRead(string path) =>
        _host.Gate.Run(
            "files.read",
            path,
            () =>
            {
                var plain = _rules.Plain("files.read", path);
                return Locks.Open(_rules.Existing("files.read", plain));
            }
        );

    /// <inheritdoc/>
    public void Write(string path, Stream content)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        var bytes = buffer.ToArray();
        _host.Gate.RunWrite(
            "files.write",
            path,
            bytes.Length,
            n => Writer.Put("files.write", path, bytes, n)
        );
    }

    /// <inheritdoc/>
    public void Append(string path, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        _host.Gate.RunWrite(
            "files.append",
            path,
            bytes.Length,
            n => Writer.Append("files.append", path, bytes, n)
        );
    }

    /// <inheritdoc/>
    public void Flush(string path) =>
        _host.Gate.Run(
            "files.flush",
            path,
            () =>
            {
                var file = _rules.Existing("files.flush", _rules.Plain("files.flush", path));
                Store.Put(file.OnDisk(file.Content));
            }
        );

    /// <inheritdoc/>
    public void Move(string from, string to) =>
        _host.Gate.Run(
            "files.move",
            $"{from} > {to}",
            () =>
            {
                var file = _rules.Existing("files.move", _rules.Plain("files.move", from));
                var target = _rules.Plain("files.move", to);
                _rules.RequireFolder("files.move", target);
                _rules.RequireUnlocked("files.move", file.Path);
                if (Store.Find(target) is { IsDirectory: true })
                {
                    throw _rules.Error("files.move", from, WindowsError.AccessDenied);
                }

                _rules.RequireDeletable("files.move", target);
                Store.Remove(file.Path);
                Store.Put(file with { Path = target, EntrySafe = true });
            }
        );

    /// <inheritdoc/>
    public void Delete(string path) =>
        _host.Gate.Run(
            "files.delete",
            path,
            () =>
            {
                var file = _rules.Existing("files.delete", _rules.Plain("files.delete", path));
                _rules.RequireDeletable("files.delete", file.Path);
                Store.Remove(file.Path);
            }
        );

    /// <inheritdoc/>
    public void CreateDirectory(string path, string? sddl = null) =>
        _host.Gate.Run(
            "files.createDirectory",
            path,
            () =>
            {
                var plain = _rules.Plain("files.createDirectory", path);
                if (Store.Find(plain) is not null)
                {
                    throw _rules.Error("files.createDirectory", path, WindowsError.AlreadyExists);
                }

                _rules.RequireFolder("files.createDirectory", plain);
                Store.Put(new SimulatedFile(plain, IsDirectory: true) { Access = sddl });
            }
        );

    /// <inheritdoc/>
    public void DeleteDirectory(string path) =>
        _host.Gate.Run(
            "files.deleteDirectory",
            path,
            () =>
            {
                var plain = _rules.Plain("files.deleteDirectory", path);
                if (Store.Find(plain) is not { } folder)
                {
                    throw _rules.Error("files.deleteDirectory", path, WindowsError.FileNotFound);
                }

                if (!folder.IsDirectory)
                {
                    throw _rules.Error("files.deleteDirectory", path, FileRules.InvalidDirectory);
                }

                _rules.RequireEmpty("files.deleteDirectory", plain);
                Store.Remove(plain);
            }
        );

    /// <inheritdoc/>
    public void DestroyLayer(string path) => _rules.Layers.Destroy(path, _rules);

    /// <inheritdoc/>
    public string Access(string path) => _access.Of(path);

    /// <inheritdoc/>
    public void SetAccess(string path, string sddl) => _access.Set(path, sddl);

    /// <inheritdoc/>
    public IReadOnlyList<FileEntry> List(string path) =>
        _host.Gate.Run<IReadOnlyList<FileEntry>>(
            "files.list",
            path,
            () => [.. Store.Children(_rules.Plain("files.list", path)).Select(f => f.Entry)]
        );

    /// <inheritdoc/>
    public IDisposable? TryLock(string path, string holder) =>
        _host.Gate.Run<IDisposable?>(
            "files.lock",
            path,
            () =>
            {
                var plain = _rules.Plain("files.lock", path);
                if (_rules.IsLocked(plain))
                {
                    return null;
                }

                _rules.RequireFolder("files.lock", plain);
                return Locks.Take(plain, new FileContent(Encoding.UTF8.GetBytes(holder)));
            }
        );

    /// <summary>The program that uses this host has ended: what it held open is given up.</summary>
    public void EndProgram()
    {
        lock (_host.Sync)
        {
            Locks.ReleaseAll();
        }
    }

    /// <summary>Puts a file beneath the gate, with the folders above it: a foreign program, or a test's perturbation.</summary>
    public void Put(string path, byte[] content)
    {
        lock (_host.Sync)
        {
            Store.WriteSafely(path, content);
        }
    }

    /// <summary>Changes what a file is beneath the gate, such as its attribute read-only.</summary>
    public void Put(string path, Func<SimulatedFile, SimulatedFile> change)
    {
        lock (_host.Sync)
        {
            Store.Put(change(Store.Find(path)!));
        }
    }

    /// <summary>Removes a file or a whole folder beneath the gate.</summary>
    public void Take(string path)
    {
        lock (_host.Sync)
        {
            Store.RemoveTree(path);
        }
    }
}
