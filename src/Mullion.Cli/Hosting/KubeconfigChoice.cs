namespace Mullion.Cli.Hosting;

/// <summary>Which cluster of which kubeconfig is meant.</summary>
/// <param name="File">The file; null for those that kubectl would take.</param>
/// <param name="Context">The context; null for the current one.</param>
internal sealed record KubeconfigChoice(string? File, string? Context);
