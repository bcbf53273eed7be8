using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Demo;
using Mullion.Cli.Hosting;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Lab;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion demo</c>.</summary>
internal static class DemoCommand
{
    public static Command Build(CommandScope scope)
    {
        var cutAt = new Option<int?>("--cut-at")
        {
            Description = "Cuts the power at this operation of the apply, instead of a random one.",
            HelpName = "N",
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "Chooses the random operation; the demo prints the one it used.",
            HelpName = "SEED",
        };
        var swarm = new Option<string?>("--swarm")
        {
            Description =
                "Joins the simulated hosts to a real Swarm, by its manager's Engine API. Nothing is ever initialised there.",
            HelpName = "ENDPOINT",
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Leaves the lab and its mullion.yaml.",
        };
        return scope.Command(
            "demo",
            "Shows the main job on simulated hosts, from bare host to Ready node and back.",
            [cutAt, seed, swarm, keep],
            [
                new("mullion demo", "needs nothing but this program; about a minute"),
                new("mullion demo --cut-at 57", "the power goes at the 57th operation"),
                new("mullion demo --keep", "leaves everything up to play with"),
            ],
            call =>
                RunAsync(
                    call,
                    new DemoOptions(
                        call.Value(seed) ?? Random.Shared.Next(1, 100_000),
                        call.Value(cutAt),
                        call.Value(swarm),
                        call.Value(keep)
                    )
                )
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, DemoOptions options)
    {
        var folder = new DemoFolder();
        var lab = new LabLauncher(folder.Lab, LabProcess.Command);
        try
        {
            await using var transcript = new Transcript(
                call.ForPeople ? call.Context.Out : call.Context.Error
            );
            var stage = new DemoStage(call.Context, transcript, folder, lab);
            var story = new DemoStory(stage, folder, transcript, options);
            var document = await story.TellAsync(call.Context.Interrupt);
            call.Document(document, CliJson.Readable.DemoDocument);
            return Good(document) ? ExitCode.Done : ExitCode.Failed;
        }
        finally
        {
            if (!options.Keep)
            {
                await lab.StopAsync(CancellationToken.None);
                folder.Dispose();
            }
        }
    }

    private static bool Good(DemoDocument document) =>
        document is { RepeatedSteps: 0, SecretsFound: 0 }
        && document.Hosts.All(h => h.Differing.Count == 0);
}
