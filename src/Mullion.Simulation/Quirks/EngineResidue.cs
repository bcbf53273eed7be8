namespace Mullion.Simulation.Quirks;

/// <summary>What dockerd makes at its first start and nobody takes away with it: its data folder and the nat network.</summary>
internal static class EngineResidue
{
    public static readonly Quirk Quirk = new(
        "engine-residue",
        "The engine makes its data folder, the HNS network nat and the interface vEthernet (nat), and leaves them.",
        "docker-info-2022-server-23.0.txt (root folder); ipconfig-2019-before-vswitch-docker-nat.txt; get-hnsnetwork-2025-docker-nat.txt"
    );

    /// <summary>Folders below the data folder.</summary>
    public static readonly IReadOnlyList<string> Folders =
    [
        "buildkit",
        "containers",
        @"image\windowsfilter\distribution",
        @"image\windowsfilter\imagedb",
        @"image\windowsfilter\layerdb",
        @"network\files",
        "plugins",
        "runtimes",
        "swarm",
        "tmp",
        "volumes",
        "windowsfilter",
    ];

    /// <summary>Files that a running engine holds open.</summary>
    public static readonly IReadOnlyList<string> OpenFiles =
    [
        @"network\files\local-kv.db",
        "panic.log",
        @"volumes\metadata.db",
    ];
}
