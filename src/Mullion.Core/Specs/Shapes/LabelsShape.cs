using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>
/// Labels of a node: any key and value that Docker takes, less what its own <c>--label-add key=value</c> could not write. Kubernetes takes
/// fewer, see <see cref="KubernetesNodeRules"/>.
/// </summary>
internal static class LabelsShape
{
    public static readonly TextMapShape Shape = new(
        "label",
        "^[^=\\u0000-\\u001f\\u007f-\\u009f]+$",
        key => WrongKey(key) is { } reason ? new Refusal(reason, "Write another key.") : null
    );

    private static string? WrongKey(string key) =>
        key.Length == 0 ? "the label has an empty key"
        : key.Contains('=', StringComparison.Ordinal) ? "a label's key must not contain ="
        : ErrorList.HasControl(key) ? "a label's key must not contain control characters"
        : null;
}
