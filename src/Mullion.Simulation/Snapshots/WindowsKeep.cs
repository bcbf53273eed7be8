namespace Mullion.Simulation.Snapshots;

/// <summary>Something that Windows itself keeps or changes and nobody can give back.</summary>
/// <param name="Pattern">A snapshot key; one <c>*</c> in it stands for anything.</param>
/// <param name="Reason">Why it is left out of comparisons.</param>
public sealed record WindowsKeep(string Pattern, string Reason)
{
    private readonly int _star = Pattern.IndexOf('*');

    /// <summary>True for a key that the pattern fits.</summary>
    public bool Covers(string key) =>
        _star < 0
            ? key == Pattern
            : key.Length >= Pattern.Length - 1
                && key.AsSpan().StartsWith(Pattern.AsSpan(0, _star), StringComparison.Ordinal)
                && key.AsSpan().EndsWith(Pattern.AsSpan(_star + 1), StringComparison.Ordinal);
}
