using Mullion.Core.Hosts;

namespace Mullion.Core.Tests.Convergence;

/// <summary>A host on which something can happen just before a lock is taken, or a file or folder deleted: another run, say.</summary>
internal sealed class ProbedHost(IHost host) : IHost, IHostFiles
{
    /// <summary>Told the path; what it throws, the caller meets.</summary>
    public Action<string> Locking { get; set; } = _ => { };

    /// <inheritdoc cref="Locking"/>
    public Action<string> Deleting { get; set; } = _ => { };

    public TimeProvider Clock => host.Clock;

    public IHostSystem System => host.System;

    public IHostFiles Files => this;

    public IHostServices Services => host.Services;

    public IHostFirewall Firewall => host.Firewall;

    public IHostFeatures Features => host.Features;

    public IHostNetwork Network => host.Network;

    public IHostDownloads Downloads => host.Downloads;

    public IHostEngine Engine { get; init; } = host.Engine;

    public FileEntry? Find(string path) => host.Files.Find(path);

    public Stream OpenRead(string path) => host.Files.OpenRead(path);

    public void Write(string path, Stream content) => host.Files.Write(path, content);

    public void Append(string path, ReadOnlySpan<byte> content) => host.Files.Append(path, content);

    public void Flush(string path) => host.Files.Flush(path);

    public void Move(string from, string to) => host.Files.Move(from, to);

    public void Delete(string path)
    {
        Deleting(path);
        host.Files.Delete(path);
    }

    public void CreateDirectory(string path, string? sddl = null) =>
        host.Files.CreateDirectory(path, sddl);

    public void DeleteDirectory(string path)
    {
        Deleting(path);
        host.Files.DeleteDirectory(path);
    }

    public void DestroyLayer(string path)
    {
        Deleting(path);
        host.Files.DestroyLayer(path);
    }

    public string Access(string path) => host.Files.Access(path);

    public void SetAccess(string path, string sddl) => host.Files.SetAccess(path, sddl);

    public IReadOnlyList<FileEntry> List(string path) => host.Files.List(path);

    public IDisposable? TryLock(string path, string holder)
    {
        Locking(path);
        return host.Files.TryLock(path, holder);
    }
}
