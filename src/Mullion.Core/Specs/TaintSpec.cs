namespace Mullion.Core.Specs;

/// <summary>A taint of a Kubernetes node: it keeps away pods that do not tolerate it.</summary>
/// <param name="Key">Its key, such as <c>os</c>.</param>
/// <param name="Value">Its value; empty for none.</param>
/// <param name="Effect"><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>.</param>
public sealed record TaintSpec(string Key, string Value, string Effect)
{
    /// <summary><c>key=value:Effect</c>, as kubectl and the kubelet write it.</summary>
    public override string ToString() =>
        Value.Length == 0 ? $"{Key}:{Effect}" : $"{Key}={Value}:{Effect}";
}
