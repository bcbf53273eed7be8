using Mullion.Core.Specs;

namespace Mullion.Cli.Output.Documents;

/// <summary>Why something failed, and what to do about it.</summary>
/// <param name="Message">Why.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Errors">Everything that is wrong with the spec, where it is that.</param>
internal sealed record ErrorDetail(
    string Message,
    string? Fix,
    IReadOnlyList<SpecError>? Errors = null
)
{
    public static ErrorDetail? Of(Problem? problem) =>
        problem is null ? null : new ErrorDetail(problem.Message, problem.Fix);
}
