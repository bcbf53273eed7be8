namespace Mullion.Core.Hosts;

/// <summary>What an engine says of itself (<c>GET /info</c>).</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="OsType"><c>windows</c> or <c>linux</c>.</param>
/// <param name="DataRoot">Its data folder, such as <c>C:\ProgramData\docker</c>.</param>
/// <param name="Swarm">Its part in a swarm.</param>
public sealed record EngineInfo(
    string Version,
    string OsType,
    string DataRoot,
    EngineSwarmInfo Swarm
);
