using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Specs;

namespace Mullion.Core.Limitations;

/// <summary>What the limits of Windows in a swarm are looked for in.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Work">What they may be asked to run.</param>
/// <param name="Host">The host.</param>
/// <param name="Membership">How it joins.</param>
/// <param name="NodeId">Its node's id; null until it has joined.</param>
/// <param name="Mke">Docker Enterprise or MKE, if the swarm is one of theirs.</param>
internal sealed record LimitScope(
    ClusterFacts Cluster,
    IReadOnlyList<NodeStatus> Nodes,
    ClusterWork Work,
    HostFacts Host,
    SwarmMembership Membership,
    string? NodeId,
    MkeSpec? Mke
)
{
    /// <summary>The services that may come to this host.</summary>
    public IEnumerable<ClusterService> Services => Work.Services.Where(s => s.MayRunOnWindows);
}
