using YamlDotNet.Core;

namespace Mullion.Core.Specs.Yaml;

/// <summary>Puts what the YAML parser complains of into words. The line itself is not shown: what is broken may be anything.</summary>
internal static class SyntaxError
{
    public static void Report(Mark at, string message, string text, ErrorList errors)
    {
        var index = (int)Math.Min(at.Index, text.Length);
        if (FindTab(text, index) is { } tab)
        {
            errors.Add(
                text.AsSpan(0, tab).Count('\n') + 1,
                tab - LineStart(text, tab) + 1,
                YamlPath.Root,
                null,
                "a tab is used for indentation",
                "Indent with spaces; YAML allows no tabs there."
            );
            return;
        }

        errors.Add(
            Math.Max(1, (int)at.Line),
            Math.Max(1, (int)at.Column),
            YamlPath.Root,
            null,
            $"this is not valid YAML: {LowerFirst(message)}",
            "Correct this line or the one before it; text with \": \", \" #\" or a leading special character needs quotes."
        );
    }

    /// <summary>
    /// Where the line of an error, or the one after it, is indented with a tab; null where neither is. The parser speaks
    /// of what it could not finish, which is often the line before the tab.
    /// </summary>
    private static int? FindTab(string text, int index)
    {
        var start = LineStart(text, index);
        var next = text.IndexOf('\n', index) + 1;
        return IndentTab(text, start) ?? (next > 0 ? IndentTab(text, next) : null);
    }

    private static int? IndentTab(string text, int lineStart)
    {
        var at = lineStart;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length && text[at] == '\t' ? at : null;
    }

    private static int LineStart(string text, int index) =>
        index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;

    private static string LowerFirst(string message) =>
        message.Length == 0
            ? message
            : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
