namespace Mullion.Simulation.Quirks;

/// <summary>From Server 2022 on the nat network has flag 8 and is gone after a boot; on 2016 and 2019 it stays.</summary>
internal static class NonPersistentNetworks
{
    public static readonly Quirk Quirk = new(
        "non-persistent-networks",
        "The engine's nat network does not outlive a boot on build 20348 and later.",
        "hnscall-post-networks-response-2022-docker-nat.json; get-hnsnetwork-2025-docker-nat.txt; facts, row E8"
    );

    public static bool NatIsPersistent(SimulatedHost host) =>
        host.State.Machine.Build < 20348 || !host.Has(Quirk);
}
