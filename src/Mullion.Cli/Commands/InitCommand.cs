using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Drafts;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Core;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion init</c>: a mullion.yaml to begin with, from a swarm that is there. Changes nothing but that file.</summary>
internal static class InitCommand
{
    public static Command Build(CommandScope scope)
    {
        var manager = new Option<string[]>("--manager")
        {
            Description =
                "The manager to ask, as it is to stand in the file; may be given several times. Default: the one that docker itself talks to.",
            HelpName = "ENDPOINT",
            DefaultValueFactory = _ => ["context:current"],
        };
        var name = new Option<string>("--name")
        {
            Description = "The cluster's name in the file. Default: swarm.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "swarm",
        };
        var offline = new Option<bool>("--offline")
        {
            Description = "Asks no manager and writes a template.",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Overwrites the file if there is one.",
        };
        return scope.Command(
            "init",
            "Writes a commented mullion.yaml from a swarm that is there. Changes nothing else.",
            [manager, name, offline, force],
            [
                new("mullion init", "from the swarm that docker itself talks to"),
                new("mullion init --manager unix:///var/run/docker.sock --name shop", "on it"),
                new("mullion init --manager bundle:ucp-bundle-admin", "with a client bundle"),
                new("mullion init --offline", "a template, without asking anybody"),
            ],
            call =>
                RunAsync(
                    call,
                    new SpecDraft(call.Value(name)!, call.Value(manager)!, null, []),
                    call.Value(offline),
                    call.Value(force)
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        SpecDraft draft,
        bool offline,
        bool force
    )
    {
        if (Path.Exists(call.File) && !force)
        {
            throw CliException.Refused(
                $"{call.File} exists already; nothing was written.",
                "Name another file with -f, or overwrite this one with --force."
            );
        }

        var swarm = Check(draft, call.File).AsSwarm();
        if (!offline)
        {
            draft = await AskAsync(call, draft, swarm);
        }

        OutputFile.Write(call.File, writer => writer.Write(draft.ToString()));
        Tell(call, draft);
        return ExitCode.Done;
    }

    /// <summary>The draft as a spec; what is wrong with it came from the command line.</summary>
    private static ClusterSpec Check(SpecDraft draft, string file)
    {
        var result = draft.Load(file);
        return result.Errors is [var error, ..]
            ? throw CliException.Usage(
                $"{(error.Path.StartsWith("metadata", StringComparison.Ordinal) ? "--name" : "--manager")} is not valid: {error.Reason}{(error.Value is { } value ? $" (value \"{value}\")" : "")}.",
                error.Fix
            )
            : result.Spec!;
    }

    private static async Task<SpecDraft> AskAsync(Call call, SpecDraft draft, SwarmSpec swarm)
    {
        try
        {
            var orchestrator = call.Context.Connect(swarm, call.Context.Clock);
            using var connection = orchestrator as IDisposable;
            var facts = await orchestrator.InspectAsync(call.Context.Interrupt);
            var nodes = await orchestrator.NodesAsync(call.Context.Interrupt);
            return DraftNodes.Into(draft with { Facts = facts }, nodes, call.File);
        }
        catch (MullionException error)
        {
            throw new MullionException(
                error.Message,
                $"{error.Fix} Another manager is named with --manager; --offline writes a template without any.".TrimStart(),
                error
            );
        }
    }

    private static void Tell(Call call, SpecDraft draft)
    {
        List<string> entries = [.. draft.Nodes.Where(n => n.Obstacle is null).Select(Name)];
        List<string> comments = [.. draft.Nodes.Where(n => n.Obstacle is not null).Select(Name)];
        IReadOnlyList<string> next =
        [
            $"metadata.name: it is {draft.Name}; choose it before the first apply",
            .. draft.Managers.Contains("context:current")
                ?
                [
                    "orchestrator.swarm.manager: context:current is another one in another shell; name it for others",
                ]
                : Array.Empty<string>(),
            entries.Count > 0
                ? "nodes: the way to each host, interface where a host has several, and further hosts"
                : "nodes: the Windows hosts",
            "then: mullion validate, mullion plan",
        ];
        SimulationNote.Write(call.Result, draft.Facts?.Simulated, []);
        call.Result.Line(
            $"Written to {call.File}: {Count.Of(entries.Count, "node")}{(comments.Count > 0 ? $", and {comments.Count} as a comment that says why" : "")}.",
            Style.Good
        );
        call.Result.Line("Edit next:");
        foreach (var step in next)
        {
            call.Result.Line($"  {step}");
        }

        call.Document(
            new InitDocument(
                call.File,
                draft.Name,
                draft.Facts?.Id,
                draft.Facts?.Simulated == true,
                entries,
                comments,
                next
            ),
            CliJson.Readable.InitDocument
        );
    }

    private static string Name(DraftNode node) => node.Node.Name;
}
