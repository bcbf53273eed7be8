namespace Mullion.Core.Orchestrators;

/// <summary>What a cluster says of itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version of the manager that answered.</param>
/// <param name="Simulated">True when the manager is a simulated one. Shown on every screen.</param>
/// <param name="Time">The manager's time.</param>
/// <param name="JoinAddresses">Cluster addresses that the managers advertise.</param>
/// <param name="RootDigest">The digest of its root CA that the join token pins (SHA-256, hex).</param>
/// <param name="WorkerToken">The join token for workers. A secret: the record's text leaves it out.</param>
public sealed record ClusterFacts(
    string Id,
    string Version,
    bool Simulated,
    DateTimeOffset Time,
    IReadOnlyList<string> JoinAddresses,
    string RootDigest,
    string WorkerToken
)
{
    /// <summary>The UDP port of overlay traffic; 0 for the default, 4789.</summary>
    public int DataPathPort { get; init; }

    /// <summary>Until when its root CA is good; null where it does not tell.</summary>
    public DateTimeOffset? RootExpires { get; init; }

    /// <summary>Whether its root CA is being replaced, which ends when every node that it knows has a certificate of the new one.</summary>
    public bool RootRotates { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"cluster {Id} ({Version})";
}
