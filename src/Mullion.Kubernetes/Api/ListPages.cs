using System.Globalization;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;

namespace Mullion.Kubernetes.Api;

/// <summary>Reads a list page by page.</summary>
internal sealed class ListPages<T>(
    KubernetesConnection connection,
    ServedKind served,
    string? inNamespace,
    Selection selection
)
    where T : KubernetesObject
{
    private const int MostRestarts = 2;

    /// <summary>
    /// The whole list. Where the server forgot the moment of the first page, the rest is read as the server offers (the list is then of
    /// two moments); where it offers nothing, or <paramref name="mustBeConsistent"/>, all is read again, in the end in one page.
    /// </summary>
    public async Task<ObjectList<T>> ReadAsync(
        CancellationToken cancellation,
        bool mustBeConsistent = false
    )
    {
        for (var restarts = 0; ; restarts++)
        {
            var limit =
                restarts < MostRestarts && connection.Options.PageSize > 0
                    ? connection.Options.PageSize
                    : (int?)null;
            var list = await TryReadAsync(limit, mustBeConsistent, cancellation);
            if (list is not null)
            {
                return list;
            }
        }
    }

    /// <summary>Null when it must be read again.</summary>
    private async Task<ObjectList<T>?> TryReadAsync(
        int? limit,
        bool mustBeConsistent,
        CancellationToken cancellation
    )
    {
        var items = new List<T>();
        string? token = null;
        while (true)
        {
            ObjectList<T> page;
            try
            {
                page = await PageAsync(limit, token, cancellation);
            }
            catch (KubernetesException e) when (e.IsGone && token is not null)
            {
                if (mustBeConsistent || e.Continue is null || e.Continue == token)
                {
                    return null;
                }

                token = e.Continue;
                continue;
            }

            items.AddRange(page.Items.Select(Whole));
            token = page.Metadata.Continue is { Length: > 0 } more ? more : null;
            if (token is null)
            {
                return page with { Items = items };
            }
        }
    }

    private Task<ObjectList<T>> PageAsync(
        int? limit,
        string? token,
        CancellationToken cancellation
    ) =>
        connection.GetAsync(
            served.Path(inNamespace)
                + QueryString.Of(
                    ("labelSelector", selection.Labels),
                    ("fieldSelector", selection.Fields),
                    ("limit", limit?.ToString(CultureInfo.InvariantCulture)),
                    ("continue", token)
                ),
            KubernetesJson.Of<ObjectList<T>>(),
            cancellation
        );

    /// <summary>Kind and version, which the items of a list lack.</summary>
    private T Whole(KubernetesObject item) =>
        (T)(item with { ApiVersion = served.ApiVersion, Kind = served.Kind });
}
