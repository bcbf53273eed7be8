using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Mullion.Core;
using Mullion.Kubernetes.Api;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Discovery;
using Mullion.Kubernetes.Json;
using Mullion.Kubernetes.Objects;
using Mullion.Kubernetes.Objects.Options;

namespace Mullion.Kubernetes.Watching;

/// <summary>
/// A watch that goes on for ever:
/// <code>
/// list ──► watch from its version ──► line ──► watch …
///  ▲            │ 410                  │ end or broken: again from the last version seen
///  └────────────┴──────────────────────┘ ERROR 410: list, and tell the difference
/// </code>
/// What passes (no connection, 429, 5xx) is waited out; what does not (400, 401, 403, 404) ends it.
/// </summary>
internal sealed class Watcher<T>(
    KubernetesConnection connection,
    ApiDiscovery discovery,
    ObjectKind kind,
    string? inNamespace,
    Selection selection
)
    where T : KubernetesObject
{
    /// <summary>A stream that ends earlier without a word was no good one.</summary>
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(1);

    private readonly KnownObjects<T> _known = new();
    private readonly Backoff _backoff = new(connection.Options.Time);
    private WatchStream? _stream;
    private string? _version;
    private bool _hasListed;

    public async IAsyncEnumerable<WatchEvent<T>> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var served = await discovery.ResolveAsync(kind, cancellation);
        try
        {
            while (true)
            {
                var (events, failure) = await StepAsync(served, cancellation);
                foreach (var happened in events)
                {
                    yield return happened;
                }

                if (failure is not null)
                {
                    yield return new(WatchEventType.Interrupted, null, failure);
                    await _backoff.WaitAsync(cancellation);
                }
            }
        }
        finally
        {
            _stream?.Dispose();
        }
    }

    /// <summary>One list, one connection or one line.</summary>
    private async Task<(IReadOnlyList<WatchEvent<T>> Events, MullionException? Failure)> StepAsync(
        ServedKind served,
        CancellationToken cancellation
    )
    {
        try
        {
            return (
                _version is null ? await ListAsync(served, cancellation)
                : _stream is null ? await OpenAsync(served, _version, cancellation)
                : await ReadAsync(_stream, cancellation),
                null
            );
        }
        catch (KubernetesException e) when (e.IsGone)
        {
            Close();
            _version = null;
            return ([], null);
        }
        catch (MullionException e) when (_hasListed && Passes(e))
        {
            Close();
            return ([], e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or JsonException)
        {
            Close();
            return (
                [],
                new KubernetesConnectionException(
                    connection.Server,
                    $"the watch of {served.Plural} broke off ({e.Message.TrimEnd('.')})",
                    "It is taken up again by itself; look at the API server and what stands in between when this goes on.",
                    e
                )
            );
        }
    }

    private async Task<IReadOnlyList<WatchEvent<T>>> ListAsync(
        ServedKind served,
        CancellationToken cancellation
    )
    {
        var pages = new ListPages<T>(connection, served, inNamespace, selection);
        var list = await pages.ReadAsync(cancellation, mustBeConsistent: true);
        _version = list.Metadata.ResourceVersion ?? "0";
        _hasListed = true;
        return [.. _known.Renew(list.Items), new(WatchEventType.Synced, null)];
    }

    private async Task<IReadOnlyList<WatchEvent<T>>> OpenAsync(
        ServedKind served,
        string version,
        CancellationToken cancellation
    )
    {
        var seconds = (int)Math.Ceiling(connection.Options.WatchTimeout.TotalSeconds);
        _stream = await WatchStream.OpenAsync(
            connection,
            served.Path(inNamespace)
                + QueryString.Of(
                    ("watch", "true"),
                    ("allowWatchBookmarks", "true"),
                    ("resourceVersion", version),
                    ("timeoutSeconds", seconds.ToString(CultureInfo.InvariantCulture)),
                    ("labelSelector", selection.Labels),
                    ("fieldSelector", selection.Fields)
                ),
            cancellation
        );
        return [];
    }

    private async Task<IReadOnlyList<WatchEvent<T>>> ReadAsync(
        WatchStream stream,
        CancellationToken cancellation
    )
    {
        var line = await stream.ReadAsync(cancellation);
        if (line is null)
        {
            var isUseless =
                !stream.HasSpoken && connection.Options.Time.GetUtcNow() - stream.Begun < ShortLife;
            Close();
            return isUseless ? throw new IOException("the server ended it at once") : [];
        }

        if (line.Object.ValueKind != JsonValueKind.Object)
        {
            throw new IOException($"an event {line.Type} has no object");
        }

        if (line.Type == "ERROR")
        {
            throw Refusal(line.Object);
        }

        var read = line.Object.Deserialize(KubernetesJson.Of<T>());
        if (read?.Metadata.ResourceVersion is not { } version)
        {
            throw new IOException($"an event {line.Type} has no object with a version");
        }

        _version = version;
        _backoff.Reset();
        var happened = line.Type switch
        {
            "ADDED" or "MODIFIED" => _known.Put(read),
            "DELETED" => _known.Remove(read),
            _ => null,
        };
        return happened is null ? [] : [happened];
    }

    private KubernetesException Refusal(JsonElement error)
    {
        var status = error.Deserialize(KubernetesJson.Default.StatusAnswer) ?? new();
        return KubernetesRefusal.Of(
            connection.Server,
            new ApiRequest(HttpMethod.Get, $"(watch of {kind})"),
            (HttpStatusCode)(status.Code ?? 500),
            status,
            text => text,
            null
        );
    }

    private static bool Passes(MullionException e) =>
        e is KubernetesConnectionException
        || e
            is KubernetesException
            {
                Status: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            };

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
