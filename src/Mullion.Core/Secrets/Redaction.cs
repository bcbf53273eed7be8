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

    /// <summary>
    /// The text without Swarm join tokens and unlock keys, whose kind stays readable, bootstrap tokens, whose id does, and without
    /// JSON web tokens, Authorization values and private keys.
    /// </summary>
    public static string Redact(string text)
    {
        text = PrivateKey().Replace(text, Hidden);
        text = EncodedPem().Replace(text, Hidden);
        text = WebToken().Replace(text, Hidden);
        text = Authorization().Replace(text, "$1 " + Hidden);
        text = BootstrapToken().Replace(text, "$1." + Hidden);
        return SwarmSecret().Replace(text, "$1-" + Hidden);
    }

    /// <summary><c>SWMTKN-1-DIGEST-SECRET</c>, <c>SWMTKN-2-FIPS-DIGEST-SECRET</c>, <c>SWMKEY-1-KEY</c>, also when cut.</summary>
    [GeneratedRegex("(SWMTKN|SWMKEY)-[0-9A-Za-z+/=_-]+", RegexOptions.IgnoreCase)]
    private static partial Regex SwarmSecret();

    /// <summary>kubeadm's <c>abcdef.0123456789abcdef</c>; not a part of a longer host name.</summary>
    [GeneratedRegex(@"(?<![a-z0-9.-])([a-z0-9]{6})\.[a-z0-9]{16}(?![a-z0-9-]|\.[a-z0-9])")]
    private static partial Regex BootstrapToken();

    /// <summary>Three parts in base64url of which the first is a JSON object, also when cut.</summary>
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,2}")]
    private static partial Regex WebToken();

    /// <summary>What stands in an Authorization header; long enough to be no word of a sentence.</summary>
    [GeneratedRegex(@"\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{16,}", RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();

    /// <summary>PEM, also when cut.</summary>
    [GeneratedRegex(
        "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
        RegexOptions.Singleline
    )]
    private static partial Regex PrivateKey();

    /// <summary>PEM in base64, as kubeconfigs have it; whether it is a key is not visible.</summary>
    [GeneratedRegex("LS0tLS1CRUdJTi[A-Za-z0-9+/=]*")]
    private static partial Regex EncodedPem();
}
