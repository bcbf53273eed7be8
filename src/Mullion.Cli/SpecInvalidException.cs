using Mullion.Core;
using Mullion.Core.Specs;

namespace Mullion.Cli;

/// <summary>The spec cannot be used; every reason is kept.</summary>
internal sealed class SpecInvalidException(string file, IReadOnlyList<SpecError> errors)
    : MullionException(
        errors.Count == 1 ? $"{file} has an error." : $"{file} has {errors.Count} errors.",
        "Correct them, then look again with: mullion validate"
    )
{
    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<SpecError> Errors { get; } = errors;
}
