using System.Text.RegularExpressions;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>What docker takes for the name of an image: <c>[HOST[:PORT]/]path[:tag][@digest]</c>.</summary>
internal static partial class ImageReference
{
    /// <summary>Only a first part with a dot or a port, or <c>localhost</c>, is a host; all else is lower case.</summary>
    public static bool IsValid(string text)
    {
        var slash = text.IndexOf('/');
        var first = slash < 0 ? "" : text[..slash];
        return first.Contains('.') || first.Contains(':') || first == "localhost"
            ? Host.IsMatch(first) && Rest.IsMatch(text[(slash + 1)..])
            : Rest.IsMatch(text);
    }

    [GeneratedRegex(
        "^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Host { get; }

    [GeneratedRegex(
        "^[a-z0-9]+(?:(?:[._]|__|-*)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-*)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]+)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Rest { get; }
}
