using System.Text.RegularExpressions;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>The pin of a CA's public key, as kubeadm prints it.</summary>
internal static partial class CaHashText
{
    private const string Pattern = "^sha256:[0-9a-fA-F]{64}$";

    public static readonly TextShape<string> Shape = new("the pin of a CA's public key", Parse)
    {
        Pattern = Pattern,
        Examples = ["sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    };

    private static Parsed<string> Parse(string text) =>
        Hash().IsMatch(text)
            ? text.ToLowerInvariant()
            : new Refusal(
                "this is no pin of a CA's public key",
                "Write sha256: and 64 hexadecimal digits: what kubeadm token create --print-join-command prints behind --discovery-token-ca-cert-hash."
            );

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hash();
}
