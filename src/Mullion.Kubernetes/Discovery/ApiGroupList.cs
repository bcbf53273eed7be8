namespace Mullion.Kubernetes.Discovery;

/// <summary>The answer of <c>/apis</c>.</summary>
internal sealed record ApiGroupList
{
    public IReadOnlyList<ApiGroup> Groups
    {
        get;
        init => field = value ?? [];
    } = [];
}
