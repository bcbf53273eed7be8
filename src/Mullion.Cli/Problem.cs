using Mullion.Core;
using Mullion.Core.Hosts;

namespace Mullion.Cli;

/// <summary>Why something could not be done, and what to do about it.</summary>
/// <param name="Message">One sentence that names object and value.</param>
/// <param name="Fix">What to do; null where only trying again helps.</param>
internal sealed record Problem(string Message, string? Fix)
{
    public const string HostFix =
        "See that the host is on and can be reached, then run the command again.";

    /// <summary>What an exception says; null when it is none that users should read.</summary>
    public static Problem? Of(Exception error) =>
        error switch
        {
            MullionException known => new Problem(known.Message, known.Fix),
            HostLostException lost => new Problem(lost.Message, HostFix),
            _ => null,
        };
}
