namespace Mullion.Core.Hosts;

/// <summary>A request to join a swarm (<c>POST /swarm/join</c>).</summary>
/// <param name="Managers">Cluster addresses to try, in order.</param>
/// <param name="Token">The join token. A secret: the record's text leaves it out.</param>
/// <param name="ListenAddress">Where the node listens, such as <c>0.0.0.0:2377</c>.</param>
/// <param name="AdvertiseAddress">What it tells others; null to let the engine choose.</param>
/// <param name="DataPathAddress">Its address for VXLAN traffic; null to let the engine choose.</param>
/// <param name="Availability"><c>active</c>, <c>pause</c> or <c>drain</c>; applied when the node is first registered only.</param>
public sealed record SwarmJoin(
    IReadOnlyList<string> Managers,
    string Token,
    string ListenAddress,
    string? AdvertiseAddress,
    string? DataPathAddress,
    string Availability
)
{
    /// <inheritdoc/>
    public override string ToString() => $"join {string.Join(", ", Managers)}";
}
