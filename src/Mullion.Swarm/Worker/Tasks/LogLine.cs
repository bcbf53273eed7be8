namespace Mullion.Swarm.Worker.Tasks;

/// <summary>A line that a task printed.</summary>
/// <param name="Time">When.</param>
/// <param name="IsError">Whether on standard error.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record LogLine(DateTimeOffset Time, bool IsError, string Text);
