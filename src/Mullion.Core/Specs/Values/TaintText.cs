using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A taint as kubectl takes it.</summary>
internal static class TaintText
{
    private const string Fix =
        "Write key=value:Effect or key:Effect, such as os=windows:NoSchedule.";

    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    public static readonly TextShape<TaintSpec> Shape = new("a taint", Parse)
    {
        Pattern = "^[^=:\\s]+(=[^=:\\s]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$",
        Examples = ["os=windows:NoSchedule"],
    };

    private static Parsed<TaintSpec> Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return new Refusal("the effect is missing", Fix);
        }

        var (pair, effect) = (text[..colon], text[(colon + 1)..]);
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? "" : pair[(equals + 1)..];
        return !Effects.Contains(effect)
                ? new Refusal(
                    $"{effect} is no effect of a taint",
                    Suggestion.Find(effect, Effects) is { } likely
                        ? $"Did you mean {likely}?"
                        : $"Write {string.Join(" or ", Effects)}."
                )
            : KubernetesLabel.WrongKey(key) is { } reason ? new Refusal(reason, Fix)
            : !KubernetesLabel.IsValue(value)
                ? new Refusal("Kubernetes takes no such value in a taint", Fix)
            : new TaintSpec(key, value, effect);
    }
}
