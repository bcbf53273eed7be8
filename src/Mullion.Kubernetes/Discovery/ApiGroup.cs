namespace Mullion.Kubernetes.Discovery;

/// <summary>A group and the versions that the server has of it, which it prefers in this order.</summary>
internal sealed record ApiGroup
{
    public string Name { get; init; } = "";

    public IReadOnlyList<ApiGroupVersion> Versions
    {
        get;
        init => field = value ?? [];
    } = [];

    public ApiGroupVersion? PreferredVersion { get; init; }
}
