using System.Net.Sockets;
using Mullion.Core;

namespace Mullion.Lab;

/// <summary>
/// The folder that a lab lives in: its sockets, the saved hosts, the log. Everything in it is the lab's, and goes with it.
/// </summary>
public sealed class LabFolder
{
    /// <summary>Names another folder.</summary>
    public const string Variable = "MULLION_LAB";

    private const string MarkerText =
        "This folder is a Mullion lab; `mullion lab stop` removes it.\n";

    // sun_path has 108 bytes on Linux and 104 on macOS, its end included.
    private const int LongestSocketPath = 103;
    private const int LongestSocketName = 63 + 5;

    /// <summary>A folder by path; nothing is made.</summary>
    public LabFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>
    /// The user's: <c>$MULLION_LAB</c>, else <c>$XDG_STATE_HOME/mullion/lab</c>, else <c>~/.mullion/lab</c>.
    /// </summary>
    public static LabFolder OfUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            return new LabFolder(chosen);
        }

        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state)
        {
            return new LabFolder(System.IO.Path.Combine(state, "mullion", "lab"));
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new LabFolder(System.IO.Path.Combine(home, ".mullion", "lab"));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What the lab process has to say.</summary>
    public string Log => In("lab.log");

    /// <summary>The simulated Swarm manager's Engine API.</summary>
    public string ManagerSocket => Socket("manager");

    /// <summary>The lab's own socket.</summary>
    public string ControlSocket => Socket("control");

    internal string Lock => In("lab.lock");

    internal string HostFolder => In("hosts");

    private string Marker => In("mullion-lab");

    private string SocketNote => In("sockets");

    /// <summary>The socket of a host's executor.</summary>
    public string HostSocket(string name) => Socket("host-" + name.ToLowerInvariant());

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal string HostFile(string name) =>
        System.IO.Path.Combine(HostFolder, name.ToLowerInvariant() + ".json");

    /// <summary>Makes the folder, for its owner alone.</summary>
    /// <exception cref="MullionException">Something else is there.</exception>
    internal void Create()
    {
        if (
            Directory.Exists(Path)
            && !File.Exists(Marker)
            && Directory.EnumerateFileSystemEntries(Path).Any()
        )
        {
            throw new MullionException(
                $"{Path} is not empty and no lab of Mullion.",
                $"Choose another folder with {Variable}."
            );
        }

        CreatePrivate(Path);
        CreatePrivate(HostFolder);
        File.WriteAllText(Marker, MarkerText);
        if (
            Path.Length + 1 + "host-".Length + LongestSocketName > LongestSocketPath
            && !File.Exists(SocketNote)
        )
        {
            File.WriteAllText(SocketNote, Directory.CreateTempSubdirectory("mullion-").FullName);
        }
    }

    /// <summary>Removes the folder, if it is a lab.</summary>
    internal void Remove()
    {
        if (!File.Exists(Marker))
        {
            return;
        }

        if (File.Exists(SocketNote) && Directory.Exists(Sockets))
        {
            Directory.Delete(Sockets, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Path).Where(f => f != Marker))
        {
            File.Delete(file);
        }

        if (Directory.Exists(HostFolder))
        {
            Directory.Delete(HostFolder, recursive: true);
        }

        File.Delete(Marker);
        if (!Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }

    /// <summary>The end point of a socket.</summary>
    internal static UnixDomainSocketEndPoint EndPoint(string socket) => new(socket);

    private string Socket(string name) => System.IO.Path.Combine(Sockets, name + ".sock");

    // Looked up each time: the note is written when the folder is made, which may be after somebody asked.
    private string Sockets => File.Exists(SocketNote) ? File.ReadAllText(SocketNote).Trim() : Path;

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        const UnixFileMode owner =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path, owner);
        File.SetUnixFileMode(path, owner);
    }
}
