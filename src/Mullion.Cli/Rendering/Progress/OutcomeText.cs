using Mullion.Cli.Changes;

namespace Mullion.Cli.Rendering.Progress;

/// <summary>A node's end in a line.</summary>
internal static class OutcomeText
{
    public static string Of(NodeOutcome outcome)
    {
        var word = outcome.Kind switch
        {
            OutcomeKind.NotStarted => "not started",
            OutcomeKind.Partial => "failed in part",
            _ => outcome.Kind.ToString().ToLowerInvariant(),
        };
        return outcome.Message is null ? word : $"{word}: {outcome.Message}";
    }
}
