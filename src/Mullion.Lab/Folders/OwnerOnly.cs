namespace Mullion.Lab.Folders;

/// <summary>Folders, files and sockets that only their owner may use. On Windows the user's profile sees to that.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode Use = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What a folder's owner may do with it, and nobody else anything.</summary>
    public const UnixFileMode FolderMode = Use | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none; one that is there is restricted.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, FolderMode);
        File.SetUnixFileMode(path, FolderMode);
    }

    /// <summary>Opens a file for writing; one that is new is its owner's alone.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Use;
        }

        return new FileStream(path, options);
    }

    /// <summary>Restricts a socket that was just bound; its folder has kept others out until now.</summary>
    public static void Restrict(string socket)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(socket, Use);
        }
    }

    /// <summary>Deletes a file, also where its folder has gone before it.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder.
        }
    }
}
