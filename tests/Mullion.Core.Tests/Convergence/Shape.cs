using Mullion.Simulation.Snapshots;

namespace Mullion.Core.Tests.Convergence;

/// <summary>
/// A host but for what differs between any two joins: times in the journal, a node's identity, ids that HNS deals out.
/// </summary>
internal sealed class Shape
{
    private readonly SortedSet<string> _lines;

    private Shape(SortedSet<string> lines) => _lines = lines;

    public static Shape Of(HostSnapshot snapshot)
    {
        var names = snapshot
            .Entries.Where(e => e.Key.StartsWith("hns:") && e.Key.EndsWith("/name"))
            .ToDictionary(e => e.Key[..^"/name".Length], e => $"hns:{e.Value}");
        return new(
            new SortedSet<string>(
                snapshot
                    .Entries.Where(e => !e.Key.Contains(@"\Mullion\journal.jsonl"))
                    .Select(e =>
                        e.Key.Contains(@"C:\ProgramData\docker\") && !e.Key.Contains("daemon.json")
                            ? e.Key
                        : e.Key.StartsWith("hns:")
                            ? $"{names[e.Key[..e.Key.LastIndexOf('/')]]}{e.Key[e.Key.LastIndexOf('/')..]} = {e.Value}"
                        : $"{e.Key} = {e.Value}"
                    ),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>What another host has less (<c>-</c>) and more (<c>+</c>).</summary>
    public IReadOnlyList<string> Diff(Shape other) =>
        [
            .. _lines.Except(other._lines).Select(l => "- " + l),
            .. other._lines.Except(_lines).Select(l => "+ " + l),
        ];
}
