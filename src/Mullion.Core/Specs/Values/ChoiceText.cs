using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>One of a few words.</summary>
internal static class ChoiceText
{
    /// <summary>The shape of an enumeration.</summary>
    /// <param name="what">What messages call it: <c>availability</c>.</param>
    /// <param name="words">Its words, in the order of its values.</param>
    public static TextShape<T> Shape<T>(string what, params string[] words)
        where T : struct, Enum
    {
        var all = $"{string.Join(", ", words[..^1])} or {words[^1]}";
        var values = Enum.GetValues<T>();
        return new TextShape<T>(
            all,
            text =>
                Array.IndexOf(words, text) is >= 0 and var index
                    ? values[index]
                    : new Refusal(
                        $"this is no {what}",
                        Suggestion.Find(text, words) is { } likely
                            ? $"Did you mean {likely}?"
                            : $"Write {all}."
                    )
        )
        {
            Choices = words,
            Write = value => words[Array.IndexOf(values, value)],
        };
    }
}
