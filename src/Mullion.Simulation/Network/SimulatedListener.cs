namespace Mullion.Simulation.Network;

/// <summary>A foreign program that listens on a port.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Port">The port.</param>
/// <param name="Program">The program's file name.</param>
/// <param name="ProcessId">Its process id.</param>
public sealed record SimulatedListener(string Protocol, int Port, string Program, int ProcessId);
