using System.Buffers;
using System.Runtime.InteropServices;
using Mullion.Core.Hosts;

namespace Mullion.Bench.Journals;

/// <summary>
/// One file that grows in memory, and all folders there. The simulated host copies a file with every write, so that a power cut
/// can take any part of it; ten thousand writes would measure that.
/// </summary>
internal sealed class MemoryFiles : IHostFiles
{
    private readonly ArrayBufferWriter<byte> _file = new();

    public FileEntry? Find(string path) =>
        path == HostPaths.Journal
            ? _file.WrittenCount == 0
                ? null
                : new FileEntry(path, IsDirectory: false, _file.WrittenCount)
            : new FileEntry(path, IsDirectory: true, 0);

    public Stream OpenRead(string path) =>
        MemoryMarshal.TryGetArray(_file.WrittenMemory, out var part)
            ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
            : throw new InvalidOperationException("The buffer is no array.");

    public void Append(string path, ReadOnlySpan<byte> content) => _file.Write(content);

    public void Flush(string path)
    {
        // Memory has no disk to wait for.
    }

    public void Write(string path, Stream content) => throw Unused();

    public void Move(string from, string to) => throw Unused();

    public void Delete(string path) => throw Unused();

    public void CreateDirectory(string path, string? sddl = null) => throw Unused();

    public void DeleteDirectory(string path) => throw Unused();

    public void DestroyLayer(string path) => throw Unused();

    public string Access(string path) => throw Unused();

    public void SetAccess(string path, string sddl) => throw Unused();

    public IReadOnlyList<FileEntry> List(string path) => throw Unused();

    public IDisposable? TryLock(string path, string holder) => throw Unused();

    private static NotSupportedException Unused() =>
        new("A journal that is whole is only read and added to.");
}
