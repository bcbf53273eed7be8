namespace Mullion.Kubernetes.Configuration;

/// <summary>A program that gives credentials (client.authentication.k8s.io ExecConfig). Its text shows the command only.</summary>
public sealed record ExecPlugin
{
    /// <summary>The API it speaks: <c>client.authentication.k8s.io/v1</c> or <c>…/v1beta1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The program: a path, or a name that is looked for in <c>PATH</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables that it gets beside those of this process.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>What to tell when the program is not there; null for nothing.</summary>
    public string? InstallHint { get; init; }

    /// <summary>Whether it is told which cluster it is for.</summary>
    public bool ProvideClusterInfo { get; init; }

    /// <summary><c>Never</c>, <c>IfAvailable</c> or <c>Always</c>: whether it talks to a person at the terminal.</summary>
    public string InteractiveMode { get; init; } = "IfAvailable";

    /// <inheritdoc/>
    public override string ToString() => Command;
}
