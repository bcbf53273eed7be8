using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The name of a user, as basic authentication takes it: without a colon (RFC 7617, 2).</summary>
internal static class UserText
{
    public static readonly TextShape<string> Shape = new("the name of a user", Parse)
    {
        Pattern = "^[^:\\s][^:]{0,254}$",
        Examples = ["puller"],
    };

    private static Parsed<string> Parse(string text) =>
        text.Trim().Length == 0 ? new Refusal("the name is empty", "Write the name of the user.")
        : text.Contains(':')
            ? new Refusal(
                "a user's name has no colon",
                "Write the name alone; the password stands in a file of its own: passwordFile.",
                IsSecret: true
            )
        : text.Length > 255
            ? new Refusal("the name is longer than 255 characters", "Write the name of the user.")
        : text;
}
