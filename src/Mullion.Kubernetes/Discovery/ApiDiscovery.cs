using System.Collections.Concurrent;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Json;

namespace Mullion.Kubernetes.Discovery;

/// <summary>
/// Finds the version and path of kinds by plain discovery, which every Kubernetes has (the aggregated one only since 1.26).
/// What was found is kept; what was not found is asked for again.
/// </summary>
internal sealed class ApiDiscovery(KubernetesConnection connection) : IDisposable
{
    private const string EvictionResource = "pods/eviction";
    private readonly ConcurrentDictionary<ObjectKind, ServedKind> _served = [];
    private readonly ConcurrentDictionary<string, ApiResourceList> _resources = [];
    private readonly SemaphoreSlim _once = new(1, 1);
    private ApiGroupList? _groups;

    /// <summary>A kind as this cluster serves it.</summary>
    /// <exception cref="KindNotServedException">It has none, or in no version that will do.</exception>
    public async ValueTask<ServedKind> ResolveAsync(ObjectKind kind, CancellationToken cancellation)
    {
        if (kind.Fixed is { } known || _served.TryGetValue(kind, out known))
        {
            return known;
        }

        await _once.WaitAsync(cancellation);
        try
        {
            return _served.TryGetValue(kind, out known)
                ? known
                : _served[kind] = await FindAsync(kind, cancellation);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>What an eviction's <c>apiVersion</c> has to be: policy/v1 from 1.22 on, policy/v1beta1 before.</summary>
    public async Task<string> EvictionVersionAsync(CancellationToken cancellation)
    {
        await _once.WaitAsync(cancellation);
        try
        {
            var core = await ResourcesAsync("", "v1", cancellation);
            var eviction = core?.Resources.FirstOrDefault(r => r.Name == EvictionResource);
            return eviction is null
                ? throw new KindNotServedException(
                    new ObjectKind("policy", "Eviction", "v1", "v1beta1"),
                    connection.Server,
                    "its pods cannot be evicted",
                    "Delete the pods instead; budgets are not respected then."
                )
                : $"policy/{eviction.Version ?? "v1beta1"}";
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>The groups that there are now, asked anew.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellation)
    {
        var groups = await connection.GetAsync(
            "/apis",
            KubernetesJson.Default.ApiGroupList,
            cancellation
        );
        return [.. groups.Groups.Select(g => g.Name)];
    }

    public void Dispose() => _once.Dispose();

    private async Task<ServedKind> FindAsync(ObjectKind kind, CancellationToken cancellation)
    {
        var served = await VersionsAsync(kind, cancellation);
        foreach (
            var version in kind.Versions.Count == 0 ? served : kind.Versions.Where(served.Contains)
        )
        {
            var list = await ResourcesAsync(kind.Group, version, cancellation);
            if (
                list?.Resources.FirstOrDefault(r => r.Kind == kind.Name && !r.Name.Contains('/')) is
                { } found
            )
            {
                return new ServedKind(kind.Group, version, kind.Name, found.Name, found.Namespaced);
            }
        }

        throw new KindNotServedException(
            kind,
            connection.Server,
            served.Count == 0
                ? $"it has no API group {kind.Group}"
                : $"it serves version {string.Join(", ", served)} of {(kind.Group.Length == 0 ? "the core group" : kind.Group)}"
                    + (
                        kind.Versions.Count == 0
                            ? ""
                            : $", and Mullion speaks {string.Join(", ", kind.Versions)}"
                    ),
            "Check the version of the cluster (kubectl version, kubectl api-resources), and that what brings this kind is installed."
        );
    }

    /// <summary>The versions of a group, the preferred one first; none when there is no such group.</summary>
    private async Task<IReadOnlyList<string>> VersionsAsync(
        ObjectKind kind,
        CancellationToken cancellation
    )
    {
        if (kind.Group.Length == 0)
        {
            return ["v1"];
        }

        var group = Group(_groups, kind);
        if (group is null)
        {
            // Asked again for a group that was not there: it may have been installed since.
            _groups = await connection.GetAsync(
                "/apis",
                KubernetesJson.Default.ApiGroupList,
                cancellation
            );
            group = Group(_groups, kind);
        }

        return group is null
            ? []
            :
            [
                .. group
                    .Versions.Prepend(group.PreferredVersion)
                    .Select(v => v?.Version ?? "")
                    .Where(v => v.Length > 0)
                    .Distinct(),
            ];
    }

    private static ApiGroup? Group(ApiGroupList? groups, ObjectKind kind) =>
        groups?.Groups.FirstOrDefault(g => g.Name == kind.Group);

    private async Task<ApiResourceList?> ResourcesAsync(
        string group,
        string version,
        CancellationToken cancellation
    )
    {
        var path = ServedKind.Root(group, version);
        if (_resources.TryGetValue(path, out var known))
        {
            return known;
        }

        try
        {
            return _resources[path] = await connection.GetAsync(
                path,
                KubernetesJson.Default.ApiResourceList,
                cancellation
            );
        }
        catch (KubernetesException e) when (e.IsNotFound)
        {
            return null;
        }
    }
}
