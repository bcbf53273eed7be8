using System.CommandLine;
using Mullion.Cli.Certificates;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Sessions;
using Mullion.Core;
using Mullion.Core.Blueprints;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands.Nodes;

/// <summary><c>mullion node script</c>: what apply would do, as PowerShell to run by hand. Changes nothing.</summary>
internal static class NodeScriptCommand
{
    private const string Bare = "bare";
    private const string Engine = "engine";

    public static Command Build(CommandScope scope)
    {
        var name = NodeArguments.One("The node; it stands in the file.");
        var remove = new Option<bool>("--remove")
        {
            Description = "Prints the script that takes the node out again.",
        };
        var assume = new Option<string?>("--assume")
        {
            Description =
                "Does not ask the host whether an engine is there, but takes it that none is (bare) or that somebody's is (engine).",
            HelpName = $"{Bare}|{Engine}",
        };
        assume.AcceptOnlyFromAmong(Bare, Engine);
        var file = new Option<string?>("--write-to")
        {
            Description =
                "Writes the script to a file, as Windows PowerShell reads it: CRLF, UTF-8 with a byte order mark.",
            HelpName = "FILE",
        };
        return scope.Command(
            "script",
            "Prints one PowerShell script that does by hand what apply does. The join token is its parameter. Changes nothing.",
            [name, remove, assume, file],
            [
                new("mullion node script win-1", "read it"),
                new(
                    "mullion node script win-1 --write-to join.ps1",
                    "then on the host, as administrator: .\\join.ps1, which asks for the token"
                ),
                new(
                    "mullion node script win-1 --assume bare",
                    "for a host that mullion cannot reach and that has no engine"
                ),
                new("mullion node script win-1 --remove", "the way back"),
            ],
            call =>
                RunAsync(
                    call,
                    call.Value(name)!,
                    call.Value(remove),
                    call.Value(assume),
                    call.Value(file)
                )
        );
    }

    /// <summary>What the script says of certificates, it says of every one of the authority.</summary>
    private static EngineTrust? Trust(ClusterSpec spec) =>
        spec.Engine?.Tls?.Source switch
        {
            OwnAuthority { Ca: var ca } => new EngineTrust(PemFile.Read(ca.FullPath), null),
            OtherAuthority { Ca: var ca } => new EngineTrust(PemFile.Read(ca.FullPath), null),
            _ => null,
        };

    private static async Task<ExitCode> RunAsync(
        Call call,
        string name,
        bool remove,
        string? assume,
        string? path
    )
    {
        await using var session = ClusterSession.Open(call.Context, call.File);
        var node = NodeSelection.Find(session.File, name);
        var cluster = await session.FactsAsync(call.Context.Interrupt);
        var engine = await EngineAsync(session, node, assume, call.Context.Interrupt);
        var blueprint = SwarmWorker.Of(
            session.Spec,
            node,
            cluster,
            engine,
            addresses: [],
            Trust(session.Spec)
        );
        var script = remove
            ? NodeScript.Remove(blueprint, session.Side(), cluster.Simulated)
            : NodeScript.Join(blueprint, session.Side(), cluster.Simulated);

        SimulationNote.Write(call.Messages, cluster.Simulated, []);
        if (path is null)
        {
            call.Result.Write(script.Text);
        }
        else
        {
            var text = Redaction.Redact(script.Text);
            OutputFile.WriteForWindows(path, text);
            call.Messages.Line($"Written to {path}.");
        }

        call.Document(
            new ScriptDocument(
                node.Name,
                session.Spec.Name,
                remove,
                cluster.Simulated,
                [
                    .. script.Sections.Select(s => new ScriptSectionDocument(
                        s.Resource.Id,
                        s.Resource.Heading,
                        s.Resource.Side,
                        s.Resource.Title,
                        s.Why,
                        s.Text.Text
                    )),
                ],
                script.Text
            ),
            CliJson.Readable.ScriptDocument
        );
        return ExitCode.Done;
    }

    /// <summary>The one thing that a script needs to know of the host.</summary>
    private static async Task<EngineFacts?> EngineAsync(
        ClusterSession session,
        NodeSpec node,
        string? assume,
        CancellationToken cancellation
    )
    {
        if (assume is not null)
        {
            return assume == Bare
                ? null
                : new EngineFacts("", Running: true, Version: null, Installed: null);
        }

        try
        {
            return (await HostView.ReadAsync(session.Link(node), cancellation)).Facts.Engine;
        }
        catch (HostLostException lost)
        {
            throw new MullionException(
                lost.Message,
                $"A script needs to know only whether the host has an engine. If it has none: mullion node script {node.Name} --assume {Bare}; if it has one: --assume {Engine}."
            );
        }
    }
}
