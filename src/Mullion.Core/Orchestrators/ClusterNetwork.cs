namespace Mullion.Core.Orchestrators;

/// <summary>A network that tasks of any node may be on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Driver">Such as <c>overlay</c>.</param>
/// <param name="Encrypted">Whether its traffic is encrypted (IPsec).</param>
/// <param name="Vnis">Its VXLAN network ids, as far as they are told.</param>
public sealed record ClusterNetwork(
    string Id,
    string Name,
    string Driver,
    bool Encrypted,
    IReadOnlyList<int> Vnis
);
