namespace Mullion.Core.Specs.Values;

/// <summary>
/// What Kubernetes takes as key and value of a label, and so of a taint (kubernetes.io/docs/concepts/overview/working-with-objects/labels).
/// </summary>
internal static class KubernetesLabel
{
    private const int MostOfName = 63;
    private const int MostOfPrefix = 253;

    /// <summary>Why a text is no key; null for one that is.</summary>
    public static string? WrongKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = key[(slash + 1)..];
        return slash >= 0 && !IsPrefix(key[..slash])
                ? "the part before / is no DNS name in lower case"
            : name.Length == 0 || !IsName(name)
                ? $"the name is not 1 to {MostOfName} letters, digits, -, _ and ., with a letter or digit at both ends"
            : null;
    }

    /// <summary>Whether a text may be a value.</summary>
    public static bool IsValue(string value) => value.Length == 0 || IsName(value);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MostOfName
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);

    private static bool IsPrefix(string text) =>
        text.Length is > 0 and <= MostOfPrefix
        && text.Split('.').All(part => NameText.IsName(part) && !part.Any(char.IsAsciiLetterUpper));
}
