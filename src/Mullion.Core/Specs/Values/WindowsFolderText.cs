using System.Buffers;
using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Values;

/// <summary>A folder on the hosts, by absolute path of a drive.</summary>
internal static class WindowsFolderText
{
    private const string Fix =
        @"Write an absolute path of a drive such as C:\ProgramData\Kubernetes.";

    private static readonly SearchValues<char> Never = SearchValues.Create("<>:\"|?*");

    public static readonly TextShape<string> Shape = new("a folder on the hosts", Parse)
    {
        Examples = [KubernetesSpec.DefaultFolder],
    };

    private static Parsed<string> Parse(string text)
    {
        var path = text.Replace('/', '\\').TrimEnd('\\');
        if (path.Length < 4 || !char.IsAsciiLetter(path[0]) || path[1] != ':' || path[2] != '\\')
        {
            return new Refusal("this is no folder below a drive", Fix);
        }

        var parts = path[3..].Split('\\');
        return parts.Any(p =>
            p.Length == 0
            || p is "." or ".."
            || p.EndsWith(' ')
            || p.EndsWith('.')
            || p.AsSpan().ContainsAny(Never)
        )
            ? new Refusal("Windows has no such path", Fix)
            : char.ToUpperInvariant(path[0]) + path[1..];
    }
}
