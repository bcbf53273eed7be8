using System.Runtime.CompilerServices;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Tests.Convergence;
using Mullion.Simulation;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.References;

/// <summary>docs/reference/resources.md is written from the code; run with <c>MULLION_ACCEPT_SNAPSHOTS=1</c> to write it anew.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_list_of_resources_in_the_reference_is_the_one_in_the_code()
    {
        var page = Page();
        var path = Path.Combine(Root(), "docs", "reference", "resources.md");
        if (Environment.GetEnvironmentVariable("MULLION_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, page);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(page);
    }

    private static string Page()
    {
        using var bed = new Bed(HostTemplates.Bare(20348));
        var providers = new Dictionary<Side, ProviderSet>
        {
            [Side.Host] = Providers.For(SimulatedHost.Create(HostTemplates.Bare(20348))),
            [Side.Cluster] = Providers.For(new ClusterSide(bed.Orchestrator, bed.Clock)),
        };
        var spec = Bed.Specs.Secured(Samples.Spec());
        var lines = Blueprints
            .SwarmWorker.Of(
                spec,
                spec.Nodes[0],
                Samples.Cluster,
                Samples.Host,
                new Blueprints.EngineTrust(Bed.EngineAuthority.Certificate.Pem, null)
            )
            .Resources.Select(r =>
                $"| `{r.Id}` | {Word(r.Heading)} | {Word(r.Side)} | {r.Title} | {After(r)} | {Undo(providers[r.Side][r].Reversal)} |"
            );
        return $"""
            # What a Swarm worker needs

            The one list, for a node `win-1` of a cluster `shop` with the label `rack=a`, `engine.tls`, the setting `debug`, `mke` 3.2.5 and two `images`.
            Written from the code by a test.
            The order of work is that of the column *after* and nothing else; removal follows it backwards.

            | Resource | Heading | Where | What | After | Taken back |
            |---|---|---|---|---|---|
            {string.Join("\n", lines)}

            """.ReplaceLineEndings("\n");
    }

    private static string After(Resource resource) =>
        string.Join(", ", resource.After.Select(a => $"`{a}`"));

    private static string Undo(Reversal reversal) =>
        reversal switch
        {
            Reversal.Exact => "exactly",
            Reversal.NeedsReboot => "exactly, after a restart",
            _ => "only checked",
        };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Root([CallerFilePath] string caller = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(caller)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Mullion.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
