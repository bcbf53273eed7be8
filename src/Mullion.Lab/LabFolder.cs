using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Mullion.Core;
using Mullion.Lab.Folders;

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

    /// <summary>What went wrong in the lab process; not there while nothing did.</summary>
    public string Log => In("lab.log");

    /// <summary>The simulated Swarm manager's Engine API.</summary>
    public string ManagerSocket => Socket("manager");

    /// <summary>The lab's own socket.</summary>
    public string ControlSocket => Socket("control");

    internal string Lock => In("lab.lock");

    internal string HostFolder => In("hosts");

    /// <summary>The process that has, or had, the lock: nobody else can read a locked file.</summary>
    internal string ProcessNote => In("lab.pid");

    /// <summary>Whether it is a lab's, running or not.</summary>
    internal bool IsLab => File.Exists(Marker);

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
        // Several may make it at once, such as the hosts of one plan: the marker is written first and looked for last.
        if (
            Directory.Exists(Path)
            && Directory.EnumerateFileSystemEntries(Path).Any()
            && !File.Exists(Marker)
        )
        {
            throw new MullionException(
                $"{Path} is not empty and no lab of Mullion.",
                $"Choose another folder with {Variable}."
            );
        }

        OwnerOnly.CreateFolder(Path);
        using (var marker = OwnerOnly.Open(Marker, FileMode.OpenOrCreate))
        {
            marker.Write(Encoding.UTF8.GetBytes(MarkerText));
        }

        OwnerOnly.CreateFolder(HostFolder);
        if (IsTooLong && Sockets is null)
        {
            File.WriteAllText(SocketNote, SocketFolder.Make());
        }
    }

    /// <summary>Removes the folder, if it is a lab. Whatever of it somebody else removes at the same time is as good as removed.</summary>
    internal void Remove()
    {
        if (!IsLab)
        {
            return;
        }

        try
        {
            if (IsTooLong && Sockets is { } sockets)
            {
                Directory.Delete(sockets, recursive: true);
            }

            foreach (var file in Directory.GetFiles(Path).Where(f => f != Marker))
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
        catch (DirectoryNotFoundException)
        {
            Remove();
        }
    }

    /// <summary>Who has the lock, or had it last; null when nobody ever had.</summary>
    internal int? ProcessId()
    {
        try
        {
            return int.TryParse(
                File.ReadAllText(ProcessNote),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var id
            )
                ? id
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Connects to one of its sockets.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    internal async Task<Socket> ConnectAsync(string socket, CancellationToken cancellation)
    {
        if (Sockets is null)
        {
            throw new SocketException((int)SocketError.ConnectionRefused);
        }

        var connection = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        try
        {
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private bool IsTooLong =>
        Path.Length + 1 + "host-".Length + LongestSocketName > LongestSocketPath;

    /// <summary>
    /// Where its sockets are; null while there is no such place. Looked up each time: the note is written when the folder is made,
    /// which may be after somebody asked, and a machine that restarts empties its temporary folder.
    /// </summary>
    private string? Sockets
    {
        get
        {
            try
            {
                return !IsTooLong ? Path
                    : File.ReadAllText(SocketNote).Trim() is { Length: > 0 } noted
                    && SocketFolder.IsOurs(noted)
                        ? noted
                    : null;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    private string Socket(string name) => System.IO.Path.Combine(Sockets ?? Path, name + ".sock");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
