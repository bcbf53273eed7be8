using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Core.Convergence.Journals;
using Mullion.Docker;
using Mullion.Docker.Connections;

namespace Mullion.Cli.Demo;

/// <summary>
/// The demo: the program's own commands, run one after the other as a person would, on two simulated hosts. Everything between the
/// commands and the simulation is the shipping code.
/// </summary>
/// <param name="stage">Where it plays.</param>
/// <param name="folder">Its spec.</param>
/// <param name="transcript">What it printed; searched for secrets at the end.</param>
/// <param name="options">How it was asked for.</param>
internal sealed class DemoStory(
    DemoStage stage,
    DemoFolder folder,
    Transcript transcript,
    DemoOptions options
)
{
    private const string Apply = "apply --yes --reboot allow --parallel 2";
    private const string Remove = "node remove win-2019 win-2022 --yes --reboot allow --parallel 2";

    public async Task<DemoDocument> TellAsync(CancellationToken cancellation)
    {
        Introduce();
        var simulated = await stage.BuildAsync(cancellation);
        var manager = options.Swarm ?? simulated;
        stage.Chapter("mullion.yaml");
        stage.Screen.Line(folder.WriteSpec(manager));
        var before = await stage.SnapshotsAsync(cancellation);

        stage.Chapter("The plan");
        await stage.RunAsync("plan", ExitCode.Done);

        stage.Chapter(
            $"Apply; the power of win-2022 is cut at operation {options.Operation} (seed {options.Seed})"
        );
        var position = await CutAsync(cancellation);

        stage.Chapter("The same command again");
        await stage.RunAsync(Apply, ExitCode.Done);
        var repeated = await RepeatedAsync(cancellation);
        var journal = await stage.JournalTextAsync(DemoHosts.Bare);

        stage.Chapter("The cluster");
        await stage.RunAsync("node ls", ExitCode.Done);
        await ServeAsync(manager, cancellation);
        var token = await TokenAsync(manager, cancellation);

        stage.Chapter("Removal");
        await stage.RunAsync(Remove, ExitCode.Done);

        stage.Chapter("What is left");
        var ending = new DemoEnding(before, await stage.RestedAsync(before, cancellation));
        var secrets = DemoEnding.Count(token, journal + transcript);
        ending.Write(stage.Screen, secrets, options, folder);
        return new DemoDocument(
            options.Swarm is null ? ["hosts", "manager"] : ["hosts"],
            options.Seed,
            options.Operation,
            position,
            repeated,
            ending.Hosts,
            secrets,
            options.Keep ? folder.Path : null
        );
    }

    private void Introduce()
    {
        stage.Chapter("What you see");
        stage.Screen.Line(
            $"  simulated: two Windows Server hosts{(options.Swarm is null ? ", and the Swarm manager" : "")}",
            Style.Caution
        );
        stage.Screen.Line(
            "  real code: the planner, every step, the journal, the executor protocol, the Engine API client,"
        );
        stage.Screen.Line(
            "             Swarm's own worker protocol. Nothing here has run on Windows yet."
        );
    }

    /// <summary>Applies while the power goes; gives how many records the journal then has.</summary>
    private async Task<int> CutAsync(CancellationToken cancellation)
    {
        var first = await stage.OperationsAsync(DemoHosts.Bare, cancellation);
        await stage.Lab.FaultAsync(
            DemoHosts.Bare.Name,
            $"power-cut at {first + options.Operation}",
            cancellation
        );
        var code = await stage.RunAsync(Apply, expected: null);
        var position = (await stage.JournalAsync(DemoHosts.Bare, cancellation)).Count;
        stage.Screen.Line(
            code == ExitCode.Done
                ? $"  the power went just as the host was to restart, so the run went on by itself ({position} journal records)"
                : $"  the journal of win-2022 holds {position} records, and the host has started again",
            Style.Caution
        );
        return position;
    }

    private async Task<int> RepeatedAsync(CancellationToken cancellation)
    {
        var applied = (await stage.JournalAsync(DemoHosts.Bare, cancellation))
            .Where(r => r.Type == RecordType.Applied)
            .Select(r => r.Id)
            .ToList();
        var repeated = applied.Count - applied.Distinct().Count();
        stage.Screen.Line(
            $"  resumed, {repeated} steps repeated",
            repeated == 0 ? Style.Good : Style.Bad
        );
        return repeated;
    }

    private async Task ServeAsync(string manager, CancellationToken cancellation)
    {
        using var service = new DemoService(manager, stage.Clock);
        stage.Screen.Line();
        stage.Screen.Line(
            $"  a service that only Windows can run: {DemoService.Image}, {DemoService.Constraint}, 2 replicas"
        );
        foreach (var task in await service.StartAsync(cancellation))
        {
            stage.Screen.Line($"    {task} (simulated container)", Style.Good);
        }

        await service.StopAsync(cancellation);
    }

    private static async Task<string> TokenAsync(string manager, CancellationToken cancellation)
    {
        using var client = new DockerClient(DockerEndpoint.Parse(manager));
        return (await client.Swarm.InspectAsync(cancellation)).JoinTokens.Worker;
    }
}
