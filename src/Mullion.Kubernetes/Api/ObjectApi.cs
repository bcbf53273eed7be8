using System.Text.Json;
using Mullion.Core;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;
using Mullion.Kubernetes.Watching;

namespace Mullion.Kubernetes.Api;

internal sealed class ObjectApi<T>(
    KubernetesConnection connection,
    ApiDiscovery discovery,
    ObjectKind kind,
    string? inNamespace
) : IObjectApi<T>
    where T : KubernetesObject
{
    private const int UpdateAttempts = 5;

    public async Task<T> GetAsync(string name, CancellationToken cancellation = default) =>
        await connection.GetAsync(
            await PathAsync(name, null, cancellation),
            KubernetesJson.Of<T>(),
            cancellation
        );

    public async Task<T?> FindAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return await GetAsync(name, cancellation);
        }
        // A 404 that names no object is about the path: then nothing is known of the object.
        catch (KubernetesException e) when (e is { IsNotFound: true, ObjectName.Length: > 0 })
        {
            return null;
        }
    }

    public async Task<ObjectList<T>> ListAsync(
        Selection? selection = null,
        CancellationToken cancellation = default
    )
    {
        var served = await discovery.ResolveAsync(kind, cancellation);
        var pages = new ListPages<T>(connection, served, inNamespace, selection ?? new());
        return await pages.ReadAsync(cancellation);
    }

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        Selection? selection = null,
        CancellationToken cancellation = default
    ) =>
        new Watcher<T>(connection, discovery, kind, inNamespace, selection ?? new()).RunAsync(
            cancellation
        );

    public async Task<T> CreateAsync(
        T value,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var served = await discovery.ResolveAsync(kind, cancellation);
        var path = Path(served, value.Metadata.Namespace, null, null);
        return await SendAsync(HttpMethod.Post, path, served, value, options, cancellation);
    }

    public async Task<T> ReplaceAsync(
        T value,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var served = await discovery.ResolveAsync(kind, cancellation);
        var path = Path(served, value.Metadata.Namespace, value.Name, options?.Subresource);
        return await SendAsync(HttpMethod.Put, path, served, value, options, cancellation);
    }

    public async Task<T> UpdateAsync(
        string name,
        Func<T, T> change,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await GetAsync(name, cancellation);
            var changed = change(read);
            if (ReferenceEquals(read, changed))
            {
                return read;
            }

            try
            {
                return await ReplaceAsync(changed, options, cancellation);
            }
            catch (KubernetesException e) when (e.IsConflict && attempt < UpdateAttempts)
            {
                // The next round reads the newer object.
            }
        }
    }

    public async Task<T> PatchAsync(
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var path = await PathAsync(name, options?.Subresource, cancellation);
        var request = new ApiRequest(HttpMethod.Patch, path + Query(options, patch.IsForced))
        {
            Body = patch.Body,
            ContentType = patch.ContentType,
        };
        return await connection.SendAsync(request, KubernetesJson.Of<T>(), cancellation);
    }

    public async Task<T?> DeleteAsync(
        string name,
        DeleteOptions? options = null,
        bool isDryRun = false,
        CancellationToken cancellation = default
    )
    {
        var path = await PathAsync(name, null, cancellation);
        var request = new ApiRequest(
            HttpMethod.Delete,
            path + QueryString.Of(("dryRun", isDryRun ? "All" : null))
        )
        {
            Body = options is null or { IsEmpty: true }
                ? null
                : JsonSerializer.SerializeToUtf8Bytes(
                    options with
                    {
                        Kind = "DeleteOptions",
                        ApiVersion = "v1",
                    },
                    KubernetesJson.Default.DeleteOptions
                ),
        };
        using var response = await connection.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var answer = connection.Read(body, KubernetesJson.Default.StatusAnswer, request);
        return answer.Kind == "Status"
            ? null
            : connection.Read(body, KubernetesJson.Of<T>(), request);
    }

    private Task<T> SendAsync(
        HttpMethod method,
        string path,
        ServedKind served,
        KubernetesObject value,
        WriteOptions? options,
        CancellationToken cancellation
    )
    {
        var type = KubernetesJson.Of<T>();
        var sent = (T)(value with { ApiVersion = served.ApiVersion, Kind = served.Kind });
        var request = new ApiRequest(method, path + Query(options, null))
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(sent, type),
        };
        return connection.SendAsync(request, type, cancellation);
    }

    private static string Query(WriteOptions? options, bool? isForced)
    {
        options ??= WriteOptions.Default;
        return QueryString.Of(
            ("dryRun", options.IsDryRun ? "All" : null),
            ("fieldManager", options.FieldManager),
            ("fieldValidation", options.FieldValidation),
            ("force", isForced is { } force ? (force ? "true" : "false") : null)
        );
    }

    private async ValueTask<string> PathAsync(
        string name,
        string? subresource,
        CancellationToken cancellation
    ) => Path(await discovery.ResolveAsync(kind, cancellation), null, name, subresource);

    private string Path(ServedKind served, string? own, string? name, string? subresource)
    {
        var space = inNamespace ?? own;
        if (served.IsNamespaced && space is null)
        {
            throw new MullionException(
                $"A {kind} {name} was to be read or written, and no namespace is named.",
                "Name the namespace it is in."
            );
        }

        return served.Path(space)
            + (name is null ? "" : "/" + Uri.EscapeDataString(Named(name)))
            + (subresource is null ? "" : "/" + subresource);
    }

    /// <summary>An empty name, or one of dots, would make a path of other objects.</summary>
    private string Named(string name) =>
        name is "" or "." or ".."
            ? throw new MullionException($"'{name}' is no name of a {kind}.", "Name one object.")
            : name;
}
