using Mullion.Cli.Hosting;
using Mullion.Cli.Rendering;
using Mullion.Core;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Resources;
using Mullion.Lab;

namespace Mullion.Cli.Demo;

/// <summary>What the demo plays on: the program's own commands, the lab behind them, and the screen.</summary>
internal sealed class DemoStage
{
    private static readonly TimeSpan RestLimit = TimeSpan.FromSeconds(15);

    private readonly DemoFolder _folder;
    private readonly LabLauncher _lab;
    private readonly CliContext _context;

    /// <summary>A stage in the surrounding of the demo, where everything that is printed goes to a transcript.</summary>
    public DemoStage(CliContext context, Transcript transcript, DemoFolder folder, LabLauncher lab)
    {
        _folder = folder;
        _lab = lab;
        Screen = new Screen(transcript, context.Terminal is { Styled: true, Out: true });
        _context = context with
        {
            Out = transcript,
            Error = transcript,
            Link = host => HostLinks.Of(host, lab),
            Lab = lab,
        };
    }

    public Screen Screen { get; }

    public TimeProvider Clock => _context.Clock;

    public LabClient Lab => _lab.Client;

    public void Chapter(string title)
    {
        Screen.Line();
        Screen.Line($"── {title} ──", Style.Strong);
    }

    /// <summary>Starts the lab with the demo's hosts; gives the endpoint of its simulated manager.</summary>
    public async Task<string> BuildAsync(CancellationToken cancellation)
    {
        var status = await _lab.EnsureAsync(new LabStartOptions(), cancellation);
        foreach (var host in DemoHosts.All)
        {
            await Lab.EnsureHostAsync(host, cancellation);
        }

        return status.Manager!.Endpoint;
    }

    /// <summary>Runs one of the program's own commands, shown as it would be typed; gives how it ended.</summary>
    /// <exception cref="MullionException">It ended otherwise than expected.</exception>
    public async Task<ExitCode> RunAsync(string line, ExitCode? expected)
    {
        Screen.Line($"$ mullion {line}", Style.Strong);
        var code = (ExitCode)
            await Program.RunAsync(["-f", _folder.Spec, .. line.Split(' ')], _context);
        if (expected is { } wanted && code != wanted)
        {
            throw new MullionException(
                $"The demo expected mullion {line} to end with {(int)wanted}, and it ended with {(int)code}.",
                "That is a defect; please report it with the output above."
            );
        }

        return code;
    }

    /// <summary>Operations on a host so far; faults can name one by its number.</summary>
    public async Task<int> OperationsAsync(NewLabHost host, CancellationToken cancellation) =>
        (await Lab.EnsureHostAsync(host, cancellation)).Operations;

    public async Task<IReadOnlyList<JournalRecord>> JournalAsync(
        NewLabHost host,
        CancellationToken cancellation
    )
    {
        await using var executor = await new LabHostLink(_lab, host).ConnectAsync(cancellation);
        return (await executor.JournalAsync(cancellation)).Records;
    }

    /// <summary>A host's journal as a program would read it.</summary>
    public async Task<string> JournalTextAsync(NewLabHost host)
    {
        using var document = new StringWriter();
        await Program.RunAsync(
            ["-f", _folder.Spec, "node", "journal", host.Name, "-o", "json"],
            _context with
            {
                Out = document,
            }
        );
        return document.ToString();
    }

    public async Task<IReadOnlyDictionary<string, LabSnapshot>> SnapshotsAsync(
        CancellationToken cancellation
    )
    {
        var snapshots = new Dictionary<string, LabSnapshot>();
        foreach (var host in DemoHosts.All)
        {
            snapshots[host.Name] = await Lab.SnapshotAsync(host.Name, cancellation);
        }

        return snapshots;
    }

    /// <summary>The hosts once they have come to rest: after the last restart their services take some seconds to start.</summary>
    public Task<IReadOnlyDictionary<string, LabSnapshot>> RestedAsync(
        IReadOnlyDictionary<string, LabSnapshot> before,
        CancellationToken cancellation
    ) =>
        Poll.ForAsync(
            Clock,
            RestLimit,
            () => SnapshotsAsync(cancellation),
            now => now.All(s => before[s.Key].Differences(s.Value).Count == 0),
            cancellation
        );
}
