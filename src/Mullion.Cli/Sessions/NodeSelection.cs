using Mullion.Cli.CommandLine;
using Mullion.Core.Specs;

namespace Mullion.Cli.Sessions;

/// <summary>Which nodes of a spec a command means.</summary>
internal static class NodeSelection
{
    /// <summary>The named nodes, or all when none is named.</summary>
    /// <exception cref="CliException">A name is not in the spec, or the spec has no node.</exception>
    public static IReadOnlyList<NodeSpec> Of(SpecFile file, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return file.Spec.Nodes.Count > 0
                ? file.Spec.Nodes
                : throw CliException.Usage(
                    $"{file.Path} names no nodes.",
                    "Add the Windows hosts under nodes: (mullion schema describes the file)."
                );
        }

        return [.. names.Select(name => Find(file, name)).Distinct()];
    }

    /// <summary>The node of a name.</summary>
    /// <exception cref="CliException">The name is not in the spec.</exception>
    public static NodeSpec Find(SpecFile file, string name) =>
        file.Find(name)
        ?? throw CliException.Usage(
            $"The node {name} is not in {file.Path}.",
            Nearest.Find(name, file.Spec.Nodes.Select(n => n.Name)) is { } likely
                ? $"Did you mean {likely}?"
                : $"Its nodes are: {Names(file.Spec)}."
        );

    private static string Names(ClusterSpec spec) =>
        spec.Nodes.Count switch
        {
            0 => "(none)",
            <= 10 => string.Join(", ", spec.Nodes.Select(n => n.Name)),
            _ => string.Join(", ", spec.Nodes.Take(10).Select(n => n.Name)) + ", …",
        };
}
