using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Nodes;
using Mullion.Kubernetes.Objects.Pods;

namespace Mullion.Kubernetes.Inspection;

/// <summary>
/// Which DaemonSets a new Windows node would get a pod of, by the rules by which the DaemonSet controller places them: node selector,
/// required node affinity and taints. Their <c>spec.os</c> does not count: it is checked, and does not place anything.
/// </summary>
internal static class WindowsReach
{
    /// <summary>Labels that every kubelet on Windows gives its node, old names included; the build differs from host to host.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/os"] = "windows",
        ["beta.kubernetes.io/os"] = "windows",
        ["kubernetes.io/arch"] = "amd64",
        ["beta.kubernetes.io/arch"] = "amd64",
    };

    private static readonly Taint Conventional = new()
    {
        Key = "os",
        Value = "windows",
        Effect = "NoSchedule",
    };

    /// <summary>The DaemonSet as one that would land on Windows unasked; null for one that would not, or says that it is for Windows.</summary>
    public static LandingDaemonSet? Of(DaemonSet set)
    {
        var pod = set.Spec?.Template?.Spec ?? new PodSpec();
        return !Selects(pod) || IsForWindows(pod)
            ? null
            : new LandingDaemonSet(
                set.Metadata.Namespace ?? "",
                set.Name,
                [.. (pod.Containers ?? []).Select(c => c.Image).OfType<string>()],
                (pod.Tolerations ?? []).Any(t => Tolerates(t, Conventional))
            );
    }

    /// <summary>Whether a toleration bears a taint (kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration).</summary>
    public static bool Tolerates(Toleration toleration, Taint taint) =>
        (string.IsNullOrEmpty(toleration.Effect) || toleration.Effect == taint.Effect)
        && (
            string.IsNullOrEmpty(toleration.Key)
                ? toleration.Operator == "Exists"
                : toleration.Key == taint.Key
                    && (
                        toleration.Operator == "Exists"
                        || (toleration.Value ?? "") == (taint.Value ?? "")
                    )
        );

    private static bool Selects(PodSpec pod) =>
        (pod.NodeSelector ?? new Dictionary<string, string>()).All(s =>
            // What a new node's labels will be beside these, nobody knows: only what contradicts them keeps it away.
            !Labels.TryGetValue(s.Key, out var value) || value == s.Value
        )
        && (
            pod.Affinity?.NodeAffinity?.Required is not { } required
            || (required.NodeSelectorTerms ?? []).Any(t => (t.MatchExpressions ?? []).All(MayFit))
        )
        && !NamesOthers(pod);

    private static bool MayFit(SelectorRequirement requirement) =>
        !Labels.TryGetValue(requirement.Key ?? "", out var value)
            ? true
            : requirement.Operator switch
            {
                "In" => requirement.Values?.Contains(value) == true,
                "NotIn" => requirement.Values?.Contains(value) != true,
                "DoesNotExist" => false,
                _ => true,
            };

    /// <summary>A selector of labels that control planes or clouds give: a Windows worker has none of them.</summary>
    private static bool NamesOthers(PodSpec pod) =>
        (pod.NodeSelector ?? new Dictionary<string, string>()).Keys.Any(k =>
            k.StartsWith("node-role.kubernetes.io/", StringComparison.Ordinal)
        );

    /// <summary>Whether somebody meant it for Windows: it selects Windows by name.</summary>
    private static bool IsForWindows(PodSpec pod) =>
        (pod.NodeSelector ?? new Dictionary<string, string>()).Any(s =>
            s.Key.EndsWith("kubernetes.io/os", StringComparison.Ordinal) && s.Value == "windows"
        )
        || (pod.Affinity?.NodeAffinity?.Required?.NodeSelectorTerms ?? []).Any(t =>
            (t.MatchExpressions ?? []).Any(e =>
                e.Key?.EndsWith("kubernetes.io/os", StringComparison.Ordinal) == true
                && e is { Operator: "In", Values: ["windows"] }
            )
        );
}
