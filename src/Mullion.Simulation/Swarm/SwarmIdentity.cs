namespace Mullion.Simulation.Swarm;

/// <summary>What an engine keeps of its place in a swarm, in <c>swarm\certificates</c> and <c>swarm\state.json</c>.</summary>
/// <param name="NodeId">The node id.</param>
/// <param name="ClusterId">The swarm's id.</param>
/// <param name="RootPem">The root CA bundle (<c>swarm-root-ca.crt</c>), exactly as it was sent.</param>
/// <param name="CertificatePem">The node's certificate chain (<c>swarm-node.crt</c>).</param>
/// <param name="KeyPem">The node's key (<c>swarm-node.key</c>). A secret.</param>
/// <param name="Managers">Cluster addresses of the managers.</param>
public sealed record SwarmIdentity(
    string NodeId,
    string ClusterId,
    string RootPem,
    string CertificatePem,
    string KeyPem,
    IReadOnlyList<string> Managers
)
{
    /// <inheritdoc/>
    public override string ToString() => $"node {NodeId} of swarm {ClusterId}";
}
