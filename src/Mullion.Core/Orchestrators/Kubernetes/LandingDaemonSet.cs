namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>A DaemonSet that does not say for which operating system it is.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Images">The images of its containers.</param>
/// <param name="ToleratesTaint">Whether its pods would land also where <c>os=windows:NoSchedule</c> keeps others away.</param>
public sealed record LandingDaemonSet(
    string Namespace,
    string Name,
    IReadOnlyList<string> Images,
    bool ToleratesTaint
)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}/{Name}";
}
