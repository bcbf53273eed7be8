using System.Security.Cryptography;
using System.Text;

namespace Mullion.Core.Hosts;

/// <summary>What is built from the primitive file operations.</summary>
public static class HostFilesExtensions
{
    /// <summary>
    /// Replaces a file so that after a power cut either the old or the whole new content is there: written beside it, flushed, renamed.
    /// </summary>
    public static void WriteAtomically(this IHostFiles files, string path, Stream content)
    {
        var fresh = Unfinished(path);
        files.Write(fresh, content);
        files.Flush(fresh);
        files.Move(fresh, path);
    }

    /// <summary><see cref="WriteAtomically"/>, with the rights of the file that was there.</summary>
    public static void ReplaceAtomically(this IHostFiles files, string path, Stream content)
    {
        if (
            files.Find(path) is not null
            && files.Access(path) is var own
            && !HostAccess.IsInherited(own)
        )
        {
            var fresh = Unfinished(path);
            files.DeleteIfThere(fresh);
            files.Write(fresh, Stream.Null);
            files.SetAccess(fresh, own);
        }

        files.WriteAtomically(path, content);
    }

    /// <summary><see cref="WriteAtomically"/>, for SYSTEM and Administrators alone from the first byte on.</summary>
    public static void WritePrivately(this IHostFiles files, string path, Stream content)
    {
        var fresh = Unfinished(path);
        files.DeleteIfThere(fresh);
        files.Write(fresh, Stream.Null);
        files.SetAccess(fresh, HostAccess.PrivateFile);
        files.WriteAtomically(path, content);
    }

    /// <summary>Where <see cref="WriteAtomically"/> writes first; a power cut may leave it there.</summary>
    public static string Unfinished(string path) => path + ".new";

    /// <summary>Deletes a file. Does nothing where it is not.</summary>
    public static void DeleteIfThere(this IHostFiles files, string path)
    {
        if (files.Find(path) is not null)
        {
            files.Delete(path);
        }
    }

    /// <summary>All files below a folder.</summary>
    public static IEnumerable<FileEntry> Walk(this IHostFiles files, string path) =>
        files.List(path).SelectMany(e => e.IsDirectory ? files.Walk(e.Path) : [e]);

    /// <summary>Reads a whole small file.</summary>
    public static byte[] ReadAllBytes(this IHostFiles files, string path)
    {
        using var stream = files.OpenRead(path);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>SHA-256 of a file's content, lower-case hex; null where there is no file.</summary>
    public static string? Sha256(this IHostFiles files, string path)
    {
        if (files.Find(path) is null)
        {
            return null;
        }

        using var stream = files.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Reads a whole small file as UTF-8.</summary>
    public static string ReadAllText(this IHostFiles files, string path) =>
        Encoding.UTF8.GetString(files.ReadAllBytes(path));

    /// <summary>Makes a folder and what is missing above it. Does nothing where it is.</summary>
    public static void EnsureDirectory(this IHostFiles files, string path)
    {
        if (files.Find(path) is not null)
        {
            return;
        }

        if (path.Length > 3)
        {
            files.EnsureDirectory(HostPaths.Parent(path));
        }

        files.CreateDirectory(path);
    }

    /// <summary>
    /// Makes a folder and what is missing above it, for SYSTEM and Administrators alone, as dockerd makes its data folder (moby,
    /// daemon/daemon_windows.go: MkdirAllWithACL). What is there stays as it is.
    /// </summary>
    public static void EnsurePrivateDirectory(this IHostFiles files, string path)
    {
        if (files.Find(path) is null)
        {
            files.EnsurePrivateDirectory(HostPaths.Parent(path));
            files.CreateDirectory(path, HostAccess.PrivateFolder);
        }
    }

    /// <summary>Deletes a folder with all that is in it, or a file. Does nothing where there is none.</summary>
    public static void DeleteTree(this IHostFiles files, string path)
    {
        if (files.Find(path) is { } entry)
        {
            files.DeleteTree(entry);
        }
    }

    private static void DeleteTree(this IHostFiles files, FileEntry entry)
    {
        if (!entry.IsDirectory)
        {
            files.Delete(entry.Path);
            return;
        }

        foreach (var below in files.List(entry.Path))
        {
            files.DeleteTree(below);
        }

        files.DeleteDirectory(entry.Path);
    }
}
