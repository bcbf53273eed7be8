namespace Mullion.Swarm.Worker;

/// <summary>Where a worker stands, and why.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Message">Why, where there is something to say: the last loss, or the end.</param>
public sealed record WorkerState(WorkerStateKind Kind, string? Message = null);
