using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;

namespace Mullion.Cli.Commands.Tokens;

/// <summary><c>mullion token show</c>: the one place where a secret is shown, on purpose, and on stdout alone.</summary>
internal static class TokenShowCommand
{
    public static Command Build(CommandScope scope) =>
        scope.Command(
            "show",
            "Prints the join token for workers. It is a secret; apply does not need it from you.",
            [],
            [new("mullion token show > token", "to join a host by other means")],
            RunAsync
        );

    private static async Task<ExitCode> RunAsync(Call call)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var facts = await session.FactsAsync(call.Context.Interrupt);
        SimulationNote.Write(call.Messages, facts.Simulated, []);
        call.Messages.Line(
            $"This is a secret: whoever has it can join workers to {session.Spec.Name}.",
            Rendering.Style.Caution
        );
        if (call.ForPeople)
        {
            call.Context.Out.Write(facts.WorkerToken + "\n");
        }
        else
        {
            DocumentWriter.WriteSecret(
                call.Context.Out,
                call.Format,
                new TokenDocument(
                    session.Spec.Name,
                    "worker",
                    facts.WorkerToken,
                    facts.JoinAddresses,
                    facts.Simulated
                ),
                CliJson.Readable.TokenDocument
            );
        }

        return ExitCode.Done;
    }
}
