namespace Mullion.Core.Hosts;

/// <summary>How a container ended.</summary>
/// <param name="ExitCode">0 when it did what it was for.</param>
/// <param name="Output">The last lines that it printed on either stream; empty when it printed nothing.</param>
public sealed record ContainerResult(long ExitCode, string Output);
