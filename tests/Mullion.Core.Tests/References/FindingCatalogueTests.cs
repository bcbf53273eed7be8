using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mullion.Core.Findings;

namespace Mullion.Core.Tests.References;

/// <summary>The catalogue of findings has all that the code tells, with the severities that the code gives, and nothing else.</summary>
public sealed partial class FindingCatalogueTests
{
    private static readonly IReadOnlyList<FindingEntry> Entries =
    [
        .. FindingCatalogue.All.SelectMany(h => h.Entries),
    ];

    [Fact]
    public void Every_finding_of_the_code_is_in_it_and_no_other()
    {
        var told = Told().Select(t => t.Id).Concat(["processors", "memory", "disk"]).Distinct();

        Entries.Select(e => e.Id).Order().ShouldBe(told.Order());
        Entries.Select(e => e.Id).ShouldBeUnique();
    }

    [Fact]
    public void Each_has_the_severities_that_the_code_gives()
    {
        var told = Told()
            .Where(t => t.Severity is not null)
            .GroupBy(t => t.Id, t => t.Severity!.Value)
            .ToDictionary(g => g.Key, g => g.Distinct().Order().ToList());

        foreach (var entry in Entries.Where(e => told.ContainsKey(e.Id)))
        {
            told[entry.Id].Except(entry.Severities).ShouldBeEmpty(entry.Id);
        }
    }

    [Fact]
    public void Each_says_what_it_tells_what_to_do_and_who_says_so()
    {
        foreach (var entry in Entries)
        {
            entry.Severities.ShouldNotBeEmpty(entry.Id);
            entry.Tells.ShouldNotBeNullOrWhiteSpace(entry.Id);
            entry.Cure.ShouldNotBeNullOrWhiteSpace(entry.Id);
            entry.Source.ShouldNotBeNullOrWhiteSpace(entry.Id);
        }
    }

    [Fact]
    public void The_reference_is_the_one_in_the_code()
    {
        var path = Path.Combine(Root(), "docs", "reference", "findings.md");
        if (Environment.GetEnvironmentVariable("MULLION_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, Page());
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(Page());
    }

    private static string Page()
    {
        var parts = FindingCatalogue.All.Select(h =>
            $"""
            ## {h.Heading}

            | Id | Severity | What it tells | What to do | Source |
            |---|---|---|---|---|
            {string.Join(
                "\n",
                h.Entries.Select(e =>
                    $"| `{e.Id}` | {string.Join(", ", e.Severities.Select(s => s.ToString().ToLowerInvariant()))} | {e.Tells} | {e.Cure} | {e.Source} |"
                )
            )}
            """
        );
        return $"""
            # Findings

            What `plan`, `apply`, `node show`, `node remove` and `init` may find, by the ids that stand in their JSON. Written from the code by a test.
            *ok* is shown with `--verbose` alone, *warn* is told, *refuse* stops the run before anything is changed, and *unknown* says that
            something could not be told, which is not the same as fine. A resource that cannot be read or checked is a finding too, under the name of
            its kind, such as `image`.

            {string.Join("\n\n", parts)}

            """.ReplaceLineEndings("\n");
    }

    /// <summary>What the source tells, as <c>Finding.Warn("id", …)</c>, and as text alone where the severity is decided elsewhere.</summary>
    private static IEnumerable<(string Id, Severity? Severity)> Told() =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            )
            .Where(f => !f.EndsWith("FindingCatalogue.cs", StringComparison.Ordinal))
            .SelectMany(f => Call().Matches(File.ReadAllText(f)))
            .Select(m =>
                (
                    m.Groups["id"].Value,
                    Enum.TryParse<Severity>(m.Groups["severity"].Value, out var severity)
                        ? severity
                        : (Severity?)null
                )
            );

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex(
        """(Finding\.(?<severity>Ok|Warn|Refuse|Unknown)|new Finding)\(\s*"(?<id>[a-z0-9-]+)","""
    )]
    private static partial Regex Call();
}
