namespace Mullion.Swarm.Worker.Tasks;

/// <summary>Which lines of a log somebody wants to see.</summary>
/// <param name="Follow">Whether also those that are still to come.</param>
/// <param name="Tail">How many of those that are there, the last ones; null for all.</param>
/// <param name="Since">None before this time; null for all.</param>
public sealed record LogQuery(bool Follow, int? Tail, DateTimeOffset? Since);
