using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>Further flags of a program, by their names without <c>--</c>; those that Mullion gives itself are refused.</summary>
internal static class FlagsShape
{
    private const string Pattern = "^[a-z][a-z0-9-]*$";

    /// <summary>The flags of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="own">Flags that Mullion gives, and what to write instead.</param>
    public static TextMapShape Of(string program, IReadOnlyDictionary<string, string> own) =>
        new(
            "flag",
            Pattern,
            key =>
                key.StartsWith('-')
                    ? new Refusal("the flag begins with a hyphen", $"Write {key.TrimStart('-')}.")
                : !IsFlag(key)
                    ? new Refusal(
                        $"{program} has no such flags",
                        "Write a flag's name in lower case, without --, such as v."
                    )
                : own.TryGetValue(key, out var instead)
                    ? new Refusal($"Mullion gives {program} its --{key}", instead)
                : null
        );

    private static bool IsFlag(string key) =>
        key.Length is > 0 and <= 63
        && char.IsAsciiLetterLower(key[0])
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
