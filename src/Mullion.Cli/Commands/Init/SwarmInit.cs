using Mullion.Cli.CommandLine;
using Mullion.Cli.Drafts;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Core;
using Mullion.Core.Specs;

namespace Mullion.Cli.Commands.Init;

/// <summary><c>mullion init</c> of a swarm.</summary>
internal static class SwarmInit
{
    public static async Task<ExitCode> RunAsync(Call call, InitOptions options)
    {
        var managers = call.Value(options.Manager);
        var draft = new SpecDraft(
            call.Value(options.Name) ?? "swarm",
            managers is { Length: > 0 } ? managers : [InitOptions.CurrentContext],
            null,
            []
        );
        var swarm = Check(draft, call.File).AsSwarm();
        if (!call.Value(options.Offline))
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
            .. draft.Managers.Contains(InitOptions.CurrentContext)
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
