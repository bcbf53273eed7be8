using System.Text.RegularExpressions;

namespace Mullion.Architecture.Tests;

/// <summary>A C# file: what the rules look at.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Text">Its whole text.</param>
public sealed partial record SourceFile(string Path, string Text)
{
    private string? _code;

    /// <summary>The lines, without their ends.</summary>
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The text without comments: what runs. Line numbers stay as they are.</summary>
    public string Code =>
        _code ??= Comment()
            .Replace(
                Text,
                match =>
                    match.Groups["comment"].Success
                        ? new string('\n', match.Value.Count(c => c == '\n'))
                        : match.Value
            );

    /// <summary>Reads a file of the repository.</summary>
    public static SourceFile Read(string path) => new(path, Repository.Read(path));

    /// <summary>Whether the file lies in the top folder called <paramref name="folder"/>.</summary>
    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Where an index of <see cref="Text"/> or <see cref="Code"/> is, for a message: <c>path:line</c>.</summary>
    public string At(string text, int index) => $"{Path}:{text.AsSpan(0, index).Count('\n') + 1}";

    // Strings come first, so that "http://" does not start a comment.
    [GeneratedRegex(
        """"
            "{3}.*?"{3} | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+'
            | (?<comment>//[^\n]*|/\*.*?\*/)
            """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Comment();
}
