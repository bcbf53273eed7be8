namespace Mullion.Lab.Workers;

/// <summary>How a fleet of simulated workers stands.</summary>
/// <param name="Joined">Workers that became members.</param>
/// <param name="Active">Those of them that have a session with a manager.</param>
/// <param name="Lost">Those whose membership is over: removed by somebody, or expired.</param>
/// <param name="Tasks">Tasks that run on them.</param>
/// <param name="Started">Tasks that were started so far.</param>
public sealed record FleetCounts(int Joined, int Active, int Lost, int Tasks, int Started);
