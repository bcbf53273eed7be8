namespace Mullion.Kubernetes.Discovery;

/// <summary>A version of a group.</summary>
internal sealed record ApiGroupVersion
{
    public string Version { get; init; } = "";
}
