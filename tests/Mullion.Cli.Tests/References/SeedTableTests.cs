using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mullion.Cli.Tests.Fakes;
using Mullion.Core.Findings;
using Mullion.Core.Specs;

namespace Mullion.Cli.Tests.References;

/// <summary>The tables that map a seed to Mullion name only what there is: commands, options, keys, findings and tests.</summary>
public sealed partial class SeedTableTests
{
    public static TheoryData<string, string, string> Rows =>
        [
            .. File.ReadAllLines(
                    Path.Combine(Root(), "docs", "reference", "seed-docker-enterprise.md")
                )
                .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Select(l => l.Trim('|', ' ').Split(" | "))
                .Select(c => (c[0], c[1], c[2])),
        ];

    [Fact]
    public void Every_line_of_the_seed_has_its_row() => Rows.Count.ShouldBeGreaterThan(35);

    [Theory, MemberData(nameof(Rows))]
    public async Task Names_what_there_is(string seed, string inMullion, string shownBy)
    {
        var commands = Command().Matches(inMullion).Select(m => m.Groups[1].Value).ToList();
        var keys = Key().Matches(inMullion).Select(m => m.Groups[1].Value).ToList();
        var findings = FindingId().Matches(inMullion).Select(m => m.Groups[1].Value).ToList();

        (commands.Count + keys.Count + findings.Count).ShouldBeGreaterThan(0, seed);
        foreach (var command in commands)
        {
            await ThereIsAsync(command);
        }

        using var schema = JsonDocument.Parse(ClusterSpecSchema.Json());
        foreach (var key in keys)
        {
            HasKey(schema.RootElement, key.Split('.')).ShouldBeTrue($"the key {key}");
        }

        var known = FindingCatalogue.All.SelectMany(h => h.Entries).Select(e => e.Id).ToList();
        findings.Except(known).ShouldBeEmpty();
        foreach (var test in Code().Matches(shownBy).Select(m => m.Groups[1].Value))
        {
            IsThere(test).ShouldBeTrue($"the test {test}");
        }
    }

    private static async Task ThereIsAsync(string line)
    {
        var words = line.Split(' ');
        var path = words.TakeWhile(w => !w.StartsWith('-')).ToArray();
        using var lab = new CliLab();

        (await lab.RunWithoutSpecAsync([.. path, "--help"])).ShouldBe(0, line);

        lab.Screen.ShouldContain($"mullion {string.Join(' ', path)}", Case.Sensitive, line);
        foreach (var option in words.Where(w => w.StartsWith("--", StringComparison.Ordinal)))
        {
            lab.Screen.ShouldContain(option, Case.Sensitive, line);
        }
    }

    private static bool HasKey(JsonElement shape, ReadOnlySpan<string> path)
    {
        while (shape.TryGetProperty("items", out var items))
        {
            shape = items;
        }

        return path.IsEmpty
            || (
                shape.TryGetProperty("properties", out var properties)
                && properties.TryGetProperty(path[0], out var next)
                && HasKey(next, path[1..])
            );
    }

    /// <summary>A class of tests, and a test of it where one is named.</summary>
    private static bool IsThere(string test)
    {
        var parts = test.Split('.');
        return Directory
            .EnumerateFiles(
                Path.Combine(Root(), "tests"),
                $"{parts[0]}.cs",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText)
            .Any(text =>
                parts.Length == 1 || text.Contains($" {parts[1]}(", StringComparison.Ordinal)
            );
    }

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex("`mullion ([^`]+)`")]
    private static partial Regex Command();

    [GeneratedRegex("key `([^`]+)`")]
    private static partial Regex Key();

    [GeneratedRegex("finding `([^`]+)`")]
    private static partial Regex FindingId();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
