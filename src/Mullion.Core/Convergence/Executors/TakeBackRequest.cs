namespace Mullion.Core.Convergence.Executors;

/// <summary>Resources to take back.</summary>
/// <param name="Ids">Ids of owned resources of the host's side.</param>
public sealed record TakeBackRequest(IReadOnlyList<string> Ids)
{
    /// <summary>Those of them that something needs which was left to others, and what that is: they stay with it.</summary>
    public IReadOnlyDictionary<string, string> Needed { get; init; } =
        new Dictionary<string, string>();
}
