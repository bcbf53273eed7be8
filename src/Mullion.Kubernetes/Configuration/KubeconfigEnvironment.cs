namespace Mullion.Kubernetes.Configuration;

/// <summary>Where kubectl of this user looks for its kubeconfig.</summary>
/// <param name="Variable">Environment variables by name; null or empty where one is not set.</param>
/// <param name="Home">The user's home folder.</param>
public sealed record KubeconfigEnvironment(Func<string, string?> Variable, string Home)
{
    /// <summary>The one of this process.</summary>
    public static KubeconfigEnvironment OfProcess { get; } =
        new(
            Environment.GetEnvironmentVariable,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
        );

    /// <summary>The files of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>; any of them may be missing.</summary>
    internal IReadOnlyList<string> Files =>
        Variable("KUBECONFIG") is { Length: > 0 } list
            ?
            [
                .. list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                    .Select(Path.GetFullPath)
                    .Distinct(),
            ]
            : [Path.Combine(Home, ".kube", "config")];
}
