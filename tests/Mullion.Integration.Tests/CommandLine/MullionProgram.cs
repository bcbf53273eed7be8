using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Mullion.Lab;

namespace Mullion.Integration.Tests.CommandLine;

/// <summary>
/// The built program, run as a process with a home, a lab and a mullion.yaml of its own. Disposing ends the lab and leaves nothing.
/// </summary>
internal sealed class MullionProgram : IAsyncDisposable
{
    private static readonly string DotNet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")
    );

    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "mullion.dll");

    private readonly ConcurrentQueue<ProgramRun> runs = new();

    public MullionProgram()
    {
        // Short, because sockets lie in it.
        Folder = Path.Combine(Path.GetTempPath(), $"me-{Guid.NewGuid().ToString("N")[..8]}");
        Directory.CreateDirectory(Path.Combine(Folder, "home"));
        Lab = new LabClient(new LabFolder(LabPath));
    }

    /// <summary>How a shell calls it.</summary>
    public static string Command => $"'{DotNet}' '{Built}'";

    /// <summary>Everything of this program lies in it.</summary>
    public string Folder { get; }

    /// <summary>The lab's folder.</summary>
    public string LabPath => Path.Combine(Folder, "lab");

    /// <summary>The lab's own socket: for what the command line does not do.</summary>
    public LabClient Lab { get; }

    /// <summary>The runs that have ended.</summary>
    public IReadOnlyCollection<ProgramRun> Runs => runs;

    /// <summary>Writes mullion.yaml.</summary>
    /// <param name="manager">The manager's endpoint.</param>
    /// <param name="nodes">The nodes, each on the lab host of its name.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="engine">The engine's version; null where one is there.</param>
    /// <param name="join">Where to join; null for what the managers advertise.</param>
    public void Describe(
        string manager,
        IEnumerable<string> nodes,
        string cluster = "shop",
        string? engine = null,
        string? join = null
    ) =>
        File.WriteAllText(
            Path.Combine(Folder, "mullion.yaml"),
            $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: {{cluster}} }
            orchestrator:
              swarm:
                manager: {{manager}}
                {{(join is null ? "" : $"joinAddresses: [\"{join}\"]")}}
            {{(engine is null ? "" : $"engine: {{ version: {engine} }}")}}
            nodes:
            {{string.Join(
                '\n',
                nodes.Select(n => $"  - name: {n}\n    host: lab:{n}\n    labels: {{ rack: {RackOf(n)} }}")
            )}}

            """
        );

    /// <summary>The value of a node's label <c>rack</c>.</summary>
    public static string RackOf(string node) => $"rack-of-{node}";

    /// <summary>A lab host on which somebody runs an engine already: it joins without a restart.</summary>
    public async Task HostWithEngineAsync(string name)
    {
        (await RunAsync("lab", "start")).Ended(0);
        await Lab.NewHostAsync(new NewLabHost(name) { Engine = "28.2.2" }, CancellationToken.None);
    }

    /// <summary>All that is on a lab host.</summary>
    public Task<LabSnapshot> SnapshotAsync(string host) =>
        Lab.SnapshotAsync(host, CancellationToken.None);

    /// <summary>Runs the program to its end.</summary>
    public Task<ProgramRun> RunAsync(params string[] words) => Start(words).Ends;

    /// <summary><c>apply</c> without questions.</summary>
    public Task<ProgramRun> ApplyAsync(params string[] more) =>
        RunAsync(["apply", "--yes", "--reboot", "allow", .. more]);

    /// <summary><c>node remove</c> without questions.</summary>
    public Task<ProgramRun> RemoveAsync(params string[] words) =>
        RunAsync(["node", "remove", "--yes", "--reboot", "allow", .. words]);

    /// <summary>Starts the program.</summary>
    public RunningProgram Start(params string[] words)
    {
        var start = new ProcessStartInfo(DotNet, [Built, .. words])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = Path.Combine(Folder, "home");
        start.Environment[LabFolder.Variable] = LabPath;
        var running = new RunningProgram(start, string.Join(' ', words));
        _ = running.Ends.ContinueWith(
            run => runs.Enqueue(run.Result),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion
                | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return running;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var stop = await RunAsync("lab", "stop");
        Directory.Delete(Folder, recursive: true);
        stop.Ended(0);
    }
}
