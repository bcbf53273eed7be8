using Mullion.Cli.CommandLine;
using Mullion.Cli.Drafts;
using Mullion.Cli.Hosting;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Core.Findings;
using Mullion.Core.Orchestrators.Kubernetes;

namespace Mullion.Cli.Commands.Init;

/// <summary><c>mullion init</c> of a Kubernetes cluster. One that runs its nodes itself gets no file.</summary>
internal static class KubernetesInit
{
    public static async Task<ExitCode> RunAsync(Call call, InitOptions options)
    {
        var choice = new KubeconfigChoice(
            call.Value(options.Kubeconfig),
            call.Value(options.Context)
        );
        var facts = call.Value(options.Offline)
            ? null
            : await call.Context.InspectKubernetes(choice, call.Context.Interrupt);
        var findings = facts is null ? [] : ClusterChecks.Of(facts, wanted: null);
        if (facts is { Distribution.Joinable: false })
        {
            var refusal = findings.First(f => f.Severity == Severity.Refuse);
            throw CliException.Refused($"{refusal.Message} Nothing was written.", refusal.Fix);
        }

        var draft = new KubernetesDraft(
            call.Value(options.Name) ?? "kubernetes",
            choice,
            Path.GetDirectoryName(Path.GetFullPath(call.File))!,
            facts
        );
        OutputFile.Write(call.File, writer => writer.Write(draft.ToString()));
        Tell(call, draft, findings);
        return ExitCode.Done;
    }

    private static void Tell(Call call, KubernetesDraft draft, IReadOnlyList<Finding> findings)
    {
        IReadOnlyList<string> next =
        [
            $"metadata.name: it is {draft.Name}; choose it before the first apply",
            "package.sha256 of each package: `mullion validate` names those that are missing",
            "nodes: the Windows hosts",
        ];
        call.Result.Line($"Written to {call.File}.", Style.Good);
        FindingText.Write(call.Result, findings, verbose: false, indent: "");
        call.Result.Line("Edit next:");
        foreach (var step in next)
        {
            call.Result.Line($"  {step}");
        }

        call.Document(
            new InitDocument(
                call.File,
                draft.Name,
                SwarmId: null,
                Simulated: false,
                Nodes: [],
                Commented: [],
                next
            )
            {
                KubernetesId = draft.Facts?.Id,
                Findings = findings,
            },
            CliJson.Readable.InitDocument
        );
    }
}
