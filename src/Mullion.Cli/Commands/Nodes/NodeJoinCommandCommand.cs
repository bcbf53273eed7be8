using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core.Blueprints;
using Mullion.Core.Resources.SwarmMemberships;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node join-command</c>: the one line for a host whose engine and firewall are ready.</summary>
internal static class NodeJoinCommandCommand
{
    private const string Placeholder = "JOIN_TOKEN";

    public static Command Build(CommandScope scope)
    {
        var name = NodeArguments.One("The node; it stands in the file.");
        var withToken = new Option<bool>("--with-token")
        {
            Description = $"Puts the join token, a secret, where {Placeholder} stands else.",
        };
        return scope.Command(
            "join-command",
            $"Prints the docker swarm join of one node, with {Placeholder} for the token. Changes nothing.",
            [name, withToken],
            [
                new("mullion node join-command win-1", "to be completed and run on the host"),
                new("mullion node join-command win-1 --with-token", "complete, and a secret"),
            ],
            call => RunAsync(call, call.Value(name)!, call.Value(withToken))
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, string name, bool withToken)
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var node = NodeSelection.Find(session.File, name);
        var cluster = await session.FactsAsync(call.Context.Interrupt);
        // Which engine the host has does not matter to its membership.
        var membership = SwarmWorker
            .Of(session.Spec, node, cluster, there: null, addresses: [])
            .Resources.OfType<SwarmMembership>()
            .Single();
        var document = new JoinCommandDocument(
            node.Name,
            session.Spec.Name,
            cluster.Simulated,
            membership.Managers,
            withToken,
            SwarmJoinCommand.Line(membership, withToken ? cluster.WorkerToken : Placeholder)
        );

        SimulationNote.Write(call.Messages, cluster.Simulated, []);
        if (withToken)
        {
            call.Messages.Line(
                $"This holds a secret: whoever has the token can join workers to {session.Spec.Name}.",
                Rendering.Style.Caution
            );
        }

        if (!call.ForPeople)
        {
            DocumentWriter.WriteSecret(
                call.Context.Out,
                call.Format,
                document,
                CliJson.Readable.JoinCommandDocument
            );
            return ExitCode.Done;
        }

        call.Context.Out.Write(document.Command + "\n");
        if (membership.Managers.Count > 1)
        {
            call.Messages.Line(
                $"If {membership.Managers[0]} does not answer, end it with one of: {string.Join(", ", membership.Managers.Skip(1))}."
            );
        }

        return ExitCode.Done;
    }
}
