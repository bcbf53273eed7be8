namespace Mullion.Docker.Contexts;

/// <summary>Where the docker command line of this user looks for what it shall talk to.</summary>
/// <param name="Variable">Environment variables by name; null or empty where one is not set.</param>
/// <param name="Home">The user's home folder.</param>
public sealed record DockerEnvironment(Func<string, string?> Variable, string Home)
{
    /// <summary>The one of this process.</summary>
    public static DockerEnvironment OfProcess { get; } =
        new(
            Environment.GetEnvironmentVariable,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
        );

    /// <summary>The folder of docker's own files: <c>DOCKER_CONFIG</c>, else <c>.docker</c> in the home folder.</summary>
    public string ConfigFolder => this["DOCKER_CONFIG"] ?? Path.Combine(Home, ".docker");

    /// <summary>A variable; null where it is not set, or empty, which docker takes for the same.</summary>
    internal string? this[string name] => Variable(name) is { Length: > 0 } value ? value : null;
}
