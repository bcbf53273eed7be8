namespace Mullion.Simulation.Faults;

/// <summary>One thing that is to go wrong once: at an operation's number, or at the n-th operation of a name.</summary>
/// <param name="Kind">What happens.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The operation's number since the host was made, from 1; null to match by name.</summary>
    public int? Number { get; init; }

    /// <summary>The operation's name, such as <c>services.start</c>; <c>*</c> at the end stands for anything.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The operation's target, ignoring case; <c>*</c> at either end stands for anything.</summary>
    public string Target { get; init; } = "*";

    /// <summary>Which match it hits, from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>How many matches from there on; null for all.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The Windows error of <see cref="FaultKind.Error"/>; null for one that such an operation gives.</summary>
    public int? Code { get; init; }

    /// <summary>Decides where a write is torn and what unflushed content becomes.</summary>
    public int Seed { get; init; }

    /// <summary>True when this operation is one that it may hit.</summary>
    internal bool Matches(int number, string operation, string target) =>
        (Number is null || Number == number) && Like(operation, Operation) && Like(target, Target);

    private static bool Like(string text, string pattern) =>
        (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
        {
            _ when pattern == "*" => true,
            (true, true) => text.Contains(pattern.Trim('*'), StringComparison.OrdinalIgnoreCase),
            (true, false) => text.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase),
            (false, true) => text.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase),
            _ => string.Equals(text, pattern, StringComparison.OrdinalIgnoreCase),
        };
}
