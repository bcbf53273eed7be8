using System.Text.RegularExpressions;

namespace Mullion.Core.Secrets;

/// <summary>
/// Removes what looks like a secret from a text of foreign origin (an engine's error, a command's output)
/// before it becomes part of a message. The second line of defence: the first is not to put secrets there.
/// </summary>
public static partial class Redaction
{
    /// <summary>What stands in a text where a secret stood.</summary>
    public const string Hidden = "(hidden)";

    /// <summary>The text without Swarm join tokens and unlock keys; their kind stays readable.</summary>
    public static string Redact(string text) => SwarmSecret().Replace(text, "$1-" + Hidden);

    /// <summary><c>SWMTKN-1-DIGEST-SECRET</c>, <c>SWMTKN-2-FIPS-DIGEST-SECRET</c>, <c>SWMKEY-1-KEY</c>, also when cut.</summary>
    [GeneratedRegex("(SWMTKN|SWMKEY)-[0-9A-Za-z+/=_-]+", RegexOptions.IgnoreCase)]
    private static partial Regex SwarmSecret();
}
