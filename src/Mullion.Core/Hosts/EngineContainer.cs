namespace Mullion.Core.Hosts;

/// <summary>A container on the host.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, without the leading slash.</param>
/// <param name="Image">The image it was made from.</param>
/// <param name="Running">Whether it runs.</param>
/// <param name="SwarmTask">The swarm task it belongs to; null for a container that somebody made by hand.</param>
public sealed record EngineContainer(
    string Id,
    string Name,
    string Image,
    bool Running,
    string? SwarmTask
);
