using System.Net.Http.Json;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mullion.Core;

namespace Mullion.Docker.Connections;

/// <summary>Sends requests of an agreed API version to one engine and turns every failure into a clear exception.</summary>
internal sealed class DockerConnection : IDisposable
{
    private readonly HttpClient http;
    private readonly ApiVersionNegotiation negotiation;

    public DockerConnection(
        DockerEndpoint endpoint,
        HttpMessageHandler handler,
        DockerClientOptions options
    )
    {
        Endpoint = endpoint;
        Options = options;
        http = new HttpClient(handler)
        {
            BaseAddress = DockerHandler.BaseAddress(endpoint),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        negotiation = new ApiVersionNegotiation(this);
    }

    public DockerEndpoint Endpoint { get; }

    public DockerClientOptions Options { get; }

    public async Task<T> GetAsync<T>(
        string path,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    )
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellation);
        return await ReadAsync(response, type, path, cancellation);
    }

    public async Task<TOut> PostAsync<TIn, TOut>(
        string path,
        TIn body,
        JsonTypeInfo<TIn> bodyType,
        JsonTypeInfo<TOut> type,
        CancellationToken cancellation,
        TimeSpan? timeout = null
    )
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(HttpMethod.Post, path, content, cancellation, timeout);
        return await ReadAsync(response, type, path, cancellation);
    }

    public async Task PostAsync<TIn>(
        string path,
        TIn body,
        JsonTypeInfo<TIn> bodyType,
        CancellationToken cancellation,
        TimeSpan? timeout = null
    )
    {
        using var content = JsonContent.Create(body, bodyType);
        using var _ = await SendAsync(HttpMethod.Post, path, content, cancellation, timeout);
    }

    public async Task PostAsync(
        string path,
        CancellationToken cancellation,
        TimeSpan? timeout = null
    )
    {
        using var _ = await SendAsync(HttpMethod.Post, path, null, cancellation, timeout);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var _ = await SendAsync(HttpMethod.Delete, path, null, cancellation);
    }

    /// <summary>The version that calls are made with.</summary>
    public Task<Version> ApiVersionAsync(CancellationToken cancellation) =>
        negotiation.AgreeAsync(cancellation);

    /// <summary>Sends to a path without a version in front: only <c>/_ping</c>.</summary>
    public Task<HttpResponseMessage> SendUnversionedAsync(
        HttpMethod method,
        string path,
        CancellationToken cancellation
    ) => SendRawAsync(method, path, path, null, Options.RequestTimeout, cancellation);

    public void Dispose()
    {
        http.Dispose();
        negotiation.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellation,
        TimeSpan? timeout = null
    )
    {
        var version = await negotiation.AgreeAsync(cancellation);
        return await SendRawAsync(
            method,
            path,
            $"/v{version}{path}",
            content,
            timeout ?? Options.RequestTimeout,
            cancellation
        );
    }

    private async Task<HttpResponseMessage> SendRawAsync(
        HttpMethod method,
        string path,
        string target,
        HttpContent? content,
        TimeSpan timeout,
        CancellationToken cancellation
    )
    {
        using var deadline = new CancellationTokenSource(timeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            deadline.Token
        );
        using var request = new HttpRequestMessage(method, target) { Content = content };
        try
        {
            var response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseContentRead,
                either.Token
            );
            if (!response.IsSuccessStatusCode)
            {
                using (response)
                {
                    throw await DockerRefusal.ReadAsync(
                        Endpoint,
                        response,
                        method,
                        path,
                        cancellation
                    );
                }
            }

            return response;
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new DockerConnectionException(
                Endpoint,
                $"no answer to {method} {path} within {timeout.TotalSeconds:0.#} s",
                "Is the engine overloaded or hanging? `docker info` there should answer at once."
            );
        }
        catch (HttpRequestException e) when (Inner<MullionException>(e) is { } known)
        {
            // Thrown while connecting; it already says it all.
            ExceptionDispatchInfo.Throw(known);
            throw;
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or IOException
                        or TimeoutException
                        or OperationCanceledException { InnerException: TimeoutException }
            )
        {
            // The last one is how the handler says that it could not connect in time.
            throw ConnectionFailure.Explain(Endpoint, Options.ConnectTimeout, e);
        }
    }

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<T> type,
        string path,
        CancellationToken cancellation
    )
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellation)
                ?? throw new JsonException("the answer is null");
        }
        catch (JsonException e)
        {
            throw new DockerConnectionException(
                Endpoint,
                $"the answer to {path} is not what a docker engine says ({e.Message.TrimEnd('.')})",
                "Check that the endpoint is a docker engine's and not another server's.",
                e
            );
        }
    }

    private static T? Inner<T>(Exception? e)
        where T : Exception => e is null or T ? (T?)e : Inner<T>(e.InnerException);
}
