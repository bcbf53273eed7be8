using Mullion.Cli.Output.Documents;
using Mullion.Core.Orchestrators;
using Mullion.Core.Specs;

namespace Mullion.Cli.Output;

/// <summary>Makes the one form of a cluster's nodes that people and programs are shown.</summary>
internal static class NodeDocuments
{
    public static NodeListDocument List(
        ClusterSpec spec,
        ClusterFacts facts,
        IReadOnlyList<NodeStatus> nodes
    )
    {
        var wanted = spec.Nodes.ToDictionary(n => n.Name, StringComparer.OrdinalIgnoreCase);
        var joined = nodes.Select(n => Of(n, wanted.GetValueOrDefault(n.Name))).ToList();
        var known = joined.Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = joined
            .Concat(spec.Nodes.Where(n => !known.Contains(n.Name)).Select(NotJoined))
            .OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(n => n.Id, StringComparer.Ordinal)
            .ToList();
        return new NodeListDocument(
            spec.Name,
            facts.Simulated || all.Any(n => n.Simulated),
            ManagerDocument.Of(facts),
            all
        );
    }

    public static NodeDocument Of(NodeStatus node, NodeSpec? wanted) =>
        new()
        {
            Name = node.Name,
            Status = node.State,
            InSpec = wanted is not null,
            Simulated = Simulated(wanted),
            Id = node.Id,
            Message = node.Message.Length > 0 ? node.Message : null,
            Availability = node.Availability,
            Role = node.Role,
            Leader = node.Leader,
            Os = node.Os,
            Architecture = node.Architecture,
            Engine = node.EngineVersion,
            Address = node.Address,
            Labels = node.Labels,
        };

    private static NodeDocument NotJoined(NodeSpec node) =>
        new()
        {
            Name = node.Name,
            Status = "not-joined",
            InSpec = true,
            Simulated = Simulated(node),
        };

    private static bool Simulated(NodeSpec? node) => node?.Host.Scheme == HostScheme.Lab;
}
