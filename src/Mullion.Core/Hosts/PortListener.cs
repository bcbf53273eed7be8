namespace Mullion.Core.Hosts;

/// <summary>A program that listens on a port.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Port">The port.</param>
/// <param name="Program">The program's file name, such as <c>dockerd.exe</c>.</param>
/// <param name="ProcessId">Its process id.</param>
public sealed record PortListener(string Protocol, int Port, string Program, int ProcessId);
