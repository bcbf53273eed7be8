namespace Mullion.Lab;

/// <summary>A lab that runs.</summary>
/// <param name="Version">Version of the Mullion that runs it.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Manager">Its simulated Swarm manager; null when it has none.</param>
/// <param name="Hosts">Its hosts, by name.</param>
public sealed record LabStatus(
    string Version,
    int ProcessId,
    string Folder,
    LabManagerStatus? Manager,
    IReadOnlyList<LabHostStatus> Hosts
);
