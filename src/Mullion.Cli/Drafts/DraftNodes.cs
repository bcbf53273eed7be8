using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Drafts;

/// <summary>Which of a swarm's nodes become entries of a draft.</summary>
internal static class DraftNodes
{
    /// <summary>The draft with the Windows nodes: as entries those that are valid as such, the others as comments.</summary>
    /// <param name="draft">Without nodes, and valid.</param>
    /// <param name="nodes">All nodes of the swarm.</param>
    /// <param name="file">Where the draft is to be.</param>
    public static SpecDraft Into(SpecDraft draft, IReadOnlyList<NodeStatus> nodes, string file)
    {
        // Ready ones first: of two nodes of one name, the other is mostly left from before.
        var windows = nodes
            .Where(node => node.Os == "windows")
            .OrderByDescending(node => node.Ready)
            .ThenBy(node => node.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(node => node.Id, StringComparer.Ordinal)
            .Select(node => new DraftNode(node, Obstacle(node)))
            .ToList();
        var all = draft with { Nodes = windows };
        if (all.Load(file).IsValid)
        {
            return all;
        }

        var kept = new List<DraftNode>();
        foreach (var node in windows)
        {
            kept.Add(node);
            if ((draft with { Nodes = kept }).Load(file).Errors is [var error, ..])
            {
                kept[^1] = node with { Obstacle = error.Reason };
            }
        }

        return draft with
        {
            Nodes = kept,
        };
    }

    private static string? Obstacle(NodeStatus node) =>
        node.Role == "worker" ? null : "it is a manager, and Mullion looks after workers";
}
