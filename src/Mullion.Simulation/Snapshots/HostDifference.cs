namespace Mullion.Simulation.Snapshots;

/// <summary>One thing that differs between two snapshots.</summary>
/// <param name="Key">What, such as <c>service:docker/imagePath</c>.</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it is gone.</param>
public sealed record HostDifference(string Key, string? Before, string? After)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Before, After) switch
        {
            (null, _) => $"+ {Key} = {After}",
            (_, null) => $"- {Key} = {Before}",
            _ => $"~ {Key}: {Before} → {After}",
        };
}
