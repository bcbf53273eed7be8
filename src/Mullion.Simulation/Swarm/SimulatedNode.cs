namespace Mullion.Simulation.Swarm;

/// <summary>What a simulated engine tells managers of its machine.</summary>
/// <param name="Hostname">The computer name.</param>
/// <param name="Build">The OS build, such as 20348.</param>
/// <param name="Processors">Logical processors.</param>
/// <param name="MemoryBytes">Physical memory in bytes.</param>
/// <param name="EngineVersion">The engine's version.</param>
public sealed record SimulatedNode(
    string Hostname,
    int Build,
    int Processors,
    long MemoryBytes,
    string EngineVersion
);
