using Mullion.Cli.Changes;

namespace Mullion.Cli.Output.Documents;

/// <summary>What became of one node.</summary>
/// <param name="Name">The node.</param>
/// <param name="Host">Its host as the spec names it.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Changed">Whether anything was changed, or at least begun.</param>
/// <param name="Changes">How many steps changed something and were finished.</param>
/// <param name="Message">Why, where there is more to say.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Plan">The plan it was done from.</param>
internal sealed record NodeChangeDocument(
    string Name,
    string Host,
    OutcomeKind Result,
    bool Changed,
    int Changes,
    string? Message,
    string? Fix,
    IReadOnlyList<StepResultDocument> Steps,
    NodePlanDocument Plan
);
