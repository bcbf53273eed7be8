using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Drafts;

/// <summary>A Windows node that the manager knows.</summary>
/// <param name="Node">As the manager tells it.</param>
/// <param name="Obstacle">Why its entry is only a comment, as a phrase; null when it stands in the file.</param>
internal sealed record DraftNode(NodeStatus Node, string? Obstacle);
