using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>What holds for a node of Kubernetes and not for one of a swarm.</summary>
internal static class KubernetesNodeRules
{
    /// <summary>Complains of what Kubernetes would not take.</summary>
    /// <param name="reader">The node.</param>
    /// <param name="name">The key of its name.</param>
    /// <param name="labels">The key of its labels.</param>
    /// <param name="ofSwarm">Keys that mean something in a swarm alone.</param>
    /// <param name="node">What was read of it.</param>
    public static void Check(
        MappingReader reader,
        Key<string> name,
        Key<IReadOnlyDictionary<string, string>> labels,
        IEnumerable<IKey> ofSwarm,
        NodeSpec node
    )
    {
        foreach (var key in ofSwarm.Where(reader.Has))
        {
            reader.Refuse(
                key,
                $"{key.Name} means something in a swarm alone",
                key.Name.EndsWith("Address", StringComparison.Ordinal)
                    ? "Remove it; the node's address is that of its interface."
                    : "Remove it; mullion node cordon and drain keep work away from a node."
            );
        }

        if (node.Name?.Any(char.IsAsciiLetterUpper) == true)
        {
            reader.Refuse(
                name,
                "nodes of Kubernetes have names in lower case",
                $"Write {node.Name.ToLowerInvariant()}; the computer name's case does not count."
            );
        }

        foreach (var (key, value) in node.Labels ?? new Dictionary<string, string>())
        {
            if (KubernetesLabel.WrongKey(key) is { } reason)
            {
                reader.Refuse(
                    labels,
                    $"Kubernetes takes no label {ErrorList.Printable(key)}: {reason}",
                    "Write another key.",
                    showValue: false
                );
            }
            else if (!KubernetesLabel.IsValue(value))
            {
                reader.Refuse(
                    labels,
                    $"Kubernetes takes no such value of the label {key}: at most 63 letters, digits, -, _ and ., with a letter or digit at both ends",
                    "Write another value.",
                    showValue: false
                );
            }
        }
    }
}
