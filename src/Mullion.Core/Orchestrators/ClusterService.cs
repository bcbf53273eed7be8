namespace Mullion.Core.Orchestrators;

/// <summary>What of a service matters to a Windows node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MayRunOnWindows">False where its constraints or its image's platforms keep it off Windows.</param>
/// <param name="Networks">The networks that it is on, by id or name.</param>
/// <param name="UnixSockets">Sockets of the host that it mounts, such as <c>/var/run/docker.sock</c>.</param>
/// <param name="Secrets">The secrets that it gets, by name.</param>
/// <param name="OwnedSecrets">Those of them that ask for an owner, a group or a mode.</param>
/// <param name="MeshPorts">Ports that it publishes on the routing mesh.</param>
public sealed record ClusterService(
    string Name,
    bool MayRunOnWindows,
    IReadOnlyList<string> Networks,
    IReadOnlyList<string> UnixSockets,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> OwnedSecrets,
    IReadOnlyList<int> MeshPorts
);
