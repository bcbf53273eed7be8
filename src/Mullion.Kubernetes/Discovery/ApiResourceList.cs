namespace Mullion.Kubernetes.Discovery;

/// <summary>The answer of <c>/api/v1</c> and <c>/apis/GROUP/VERSION</c>.</summary>
internal sealed record ApiResourceList
{
    public IReadOnlyList<ApiResource> Resources
    {
        get;
        init => field = value ?? [];
    } = [];
}
