namespace Mullion.Architecture.Tests;

/// <summary>How a broken rule is told: where, why the rule is there, and what to do.</summary>
public static class Rule
{
    /// <summary>Fails when there is a violation, naming every one.</summary>
    public static void Holds(IEnumerable<string> violations, string why, string fix)
    {
        var all = violations.ToList();
        if (all.Count > 0)
        {
            Assert.Fail(
                $"{string.Join('\n', all.Select(line => "  " + line))}\nWhy: {why}\nFix: {fix}"
            );
        }
    }
}
