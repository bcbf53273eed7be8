using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Commands.Tokens;

/// <summary><c>mullion token rotate</c>: after a token was seen by somebody who should not have it. Prints no token.</summary>
internal static class TokenRotateCommand
{
    public static Command Build(CommandScope scope)
    {
        var role = new Option<string>("--role")
        {
            Description = "Whose token: worker or manager.",
            HelpName = "worker|manager",
            DefaultValueFactory = _ => "worker",
        };
        role.AcceptOnlyFromAmong("worker", "manager");
        var yes = ChangeFlags.Yes();
        return scope.Command(
            "rotate",
            "Replaces the join token: with the old one nobody joins any more; nodes that have joined stay.",
            [role, yes],
            [
                new("mullion token rotate", "asks, then replaces the token for workers"),
                new(
                    "mullion token rotate --yes && mullion token show > token",
                    "for hosts that join by other means"
                ),
            ],
            call =>
                RunAsync(
                    call,
                    call.Value(role) == "manager" ? JoinRole.Manager : JoinRole.Worker,
                    call.Value(yes)
                )
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, JoinRole role, bool yes)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var facts = await session.FactsAsync(call.Context.Interrupt);
        var name = role.ToString().ToLowerInvariant();
        SimulationNote.Write(call.Result, facts.Simulated, []);
        await new Approval(call).AskAsync(
            $"Replace the join token for {name}s of {session.Spec.Name}",
            yes,
            reboot: false
        );
        await session.Orchestrator.RotateTokenAsync(role, call.Context.Interrupt);
        call.Result.Line(
            $"The join token for {name}s of {session.Spec.Name} is replaced: with the old one nobody joins any more.",
            Rendering.Style.Good
        );
        call.Result.Line("Nodes that have joined stay. apply reads the new one by itself.");
        call.Document(
            new TokenRotationDocument(session.Spec.Name, role, "rotated", facts.Simulated),
            CliJson.Readable.TokenRotationDocument
        );
        return ExitCode.Done;
    }
}
