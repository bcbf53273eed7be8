namespace Mullion.Core.Convergence.Executors;

/// <summary>Resources to take back.</summary>
/// <param name="Ids">Ids of owned resources of the host's side.</param>
public sealed record TakeBackRequest(IReadOnlyList<string> Ids);
