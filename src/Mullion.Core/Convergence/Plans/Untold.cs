using Mullion.Core.Findings;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>What a plan says of what could not be told.</summary>
internal static class Untold
{
    private const string Retry = "See that the host is up and at rest, then run the command again.";

    /// <summary>
    /// Of what cannot be read nothing can be planned, which stops the run; the rest is planned, so that all that stands in the way is
    /// told at once. Where something stands in the way already, such as missing rights, that is the likely cause.
    /// </summary>
    public static Finding Read(
        Resource resource,
        IReadOnlyList<Finding> before,
        MullionException error
    )
    {
        var message = $"{resource.Id} could not be read: {error.Message}";
        return before.Any(f => f.Severity == Severity.Refuse)
            ? Finding.Unknown(resource.Kind, message, error.Fix)
            : Finding.Refuse(resource.Kind, message, error.Fix ?? Retry);
    }

    /// <summary>
    /// A check that fails says so as a finding; it never passes for "fine". What would be changed without having been checked, such
    /// as a folder that may be somebody else's, stops the run.
    /// </summary>
    public static async Task<IReadOnlyList<Finding>> CheckAsync(
        Resource resource,
        bool changing,
        Func<Task<IReadOnlyList<Finding>>> check
    )
    {
        try
        {
            return await check();
        }
        catch (MullionException e)
        {
            var message = $"{resource.Id} could not be checked: {e.Message}";
            return
            [
                changing
                    ? Finding.Refuse(resource.Kind, message, e.Fix ?? Retry)
                    : Finding.Unknown(resource.Kind, message, e.Fix),
            ];
        }
    }
}
