using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Sessions;

/// <summary>A node with its plan, or with why there is none.</summary>
/// <param name="Session">The node.</param>
/// <param name="Plan">What would be done; null when that cannot be told.</param>
/// <param name="Problem">Why there is no plan; null when there is one.</param>
internal sealed record PlannedNode(NodeSession Session, NodePlan? Plan, Problem? Problem)
{
    public string Name => Session.Name;

    /// <summary>The host as the spec names it.</summary>
    public string Host => Session.Node.Host.ToString();
}
