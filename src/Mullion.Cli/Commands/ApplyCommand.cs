using System.CommandLine;
using Mullion.Cli.Changes;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.SavedPlans;
using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Commands;

/// <summary><c>mullion apply</c>, and <c>mullion node add</c>, which is the same for nodes that are named.</summary>
internal static class ApplyCommand
{
    public static Command Build(CommandScope scope)
    {
        var plan = new Option<string?>("--plan")
        {
            Description =
                "Applies a saved plan exactly; refused when a host or the spec has changed since.",
            HelpName = "FILE",
        };
        return Build(
            scope,
            "apply",
            "Brings the hosts into the cluster: shows the plan, asks, does it. Resumes after anything.",
            NodeArguments.Some(
                "The nodes to bring up, all of the file when none is named; or a saved plan."
            ),
            plan,
            [
                new("mullion apply", "all nodes of ./mullion.yaml"),
                new("mullion apply win-1 --yes --reboot allow", "one node, without questions"),
                new("mullion apply friday.plan", "exactly what was planned, or nothing"),
                new("mullion apply --until network", "everything up to, and not yet, the join"),
                new(
                    "mullion apply --parallel 3 --max-failures 1",
                    "three at a time; stop at a failure"
                ),
            ]
        );
    }

    /// <summary>The command under a name of its own.</summary>
    public static Command Build(
        CommandScope scope,
        string name,
        string description,
        Argument<string[]> nodes,
        Option<string?>? plan,
        IReadOnlyList<Example> examples
    )
    {
        var flags = new ChangeFlags();
        var force = new Option<bool>("--force-conflicts")
        {
            Description = "Overwrites what others changed on purpose.",
        };
        var until = Headings.Until();
        IEnumerable<Symbol> parts = [nodes, .. flags.Options, until, force];
        return scope.Command(
            name,
            description,
            plan is null ? parts : parts.Append(plan),
            examples,
            call =>
                RunAsync(
                    call,
                    call.Value(nodes)!,
                    plan is null ? null : call.Value(plan),
                    plan is not null,
                    flags.Read(call) with
                    {
                        ForceConflicts = call.Value(force),
                        Until = Headings.Parse(call.Value(until)),
                    }
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        Call call,
        string[] words,
        string? planFile,
        bool takesPlan,
        ChangeOptions options
    )
    {
        var saved = takesPlan ? Saved(words, planFile) : null;
        var names = saved is null ? words : [.. saved.Plan.Nodes.Select(n => n.Name)];
        var file = saved is null || call.FileGiven ? call.File : saved.SpecPath;
        await using var session = ClusterSession.Open(call.Context, file);
        if (saved is not null)
        {
            SavedPlanCheck.Spec(saved, session.Spec.Digest());
        }

        var (facts, nodes) = await ApplyPlanning.PlanAsync(
            session,
            NodeSelection.Of(session.File, names),
            call.Context.Interrupt
        );
        var plan = PlanDocuments.Of(
            "apply",
            session.Spec,
            facts,
            nodes,
            options.Until,
            options.ForceConflicts
        );
        if (saved is not null)
        {
            SavedPlanCheck.Hosts(saved, plan);
        }

        return await new ChangeFlow(call, Kind, options).RunAsync(
            plan,
            nodes,
            new RunOptions { By = call.Context.User, OpenPackage = session.File.OpenArchive }
        );
    }

    private static readonly ChangeKind Kind = new(
        "apply",
        "Apply this plan to",
        (node, events, run, cancellation) =>
            node.Session.Run(events).ApplyAsync(node.Plan!, run, cancellation)
    );

    /// <summary>The saved plan that a command line names, by option or as its only word.</summary>
    private static SavedPlan? Saved(string[] words, string? option)
    {
        var word = words.FirstOrDefault(SavedPlanFile.IsNamedBy);
        if (option is null && word is null)
        {
            return null;
        }

        if (option is null && !File.Exists(word))
        {
            throw CliException.Usage(
                $"{word} is neither a node's name nor the file of a saved plan.",
                "Name nodes of the spec, or a file that this made: mullion plan --save FILE"
            );
        }

        return words.Length <= (option is null ? 1 : 0)
            ? SavedPlanFile.Load(option ?? word!)
            : throw CliException.Usage(
                $"A saved plan says itself which nodes it is for; {string.Join(" ", words.Where(w => w != word))} cannot be given with it.",
                "Leave the node names out, or plan again for those nodes."
            );
    }
}
