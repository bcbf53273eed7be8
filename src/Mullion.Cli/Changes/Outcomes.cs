namespace Mullion.Cli.Changes;

/// <summary>What several outcomes are together.</summary>
internal static class Outcomes
{
    /// <summary>The exit code; what was changed weighs more than why it ended.</summary>
    public static ExitCode Exit(IReadOnlyCollection<NodeOutcome> outcomes, bool interrupted) =>
        outcomes.All(o => o.Good) ? ExitCode.Done
        : interrupted || outcomes.Any(o => o.Kind == OutcomeKind.Interrupted) ? ExitCode.Interrupted
        : outcomes.Any(o => o.Changed) ? ExitCode.Partial
        : outcomes.Any(o => o.Kind == OutcomeKind.Refused) ? ExitCode.Refused
        : ExitCode.Failed;
}
