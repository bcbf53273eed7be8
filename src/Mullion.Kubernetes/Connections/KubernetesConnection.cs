using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mullion.Core;
using Mullion.Kubernetes.Configuration;
using Mullion.Kubernetes.Credentials;

namespace Mullion.Kubernetes.Connections;

/// <summary>
/// Sends requests to one API server: with the credentials of the moment, again where the server asks for it and where it is safe,
/// and turns every failure into a clear exception.
/// </summary>
internal sealed class KubernetesConnection : IDisposable
{
    /// <summary>As client-go.</summary>
    private const int MostRetries = 10;
    private const int MostReconnects = 3;
    private static readonly TimeSpan ReconnectWait = TimeSpan.FromSeconds(1);
    private static readonly ProductInfoHeaderValue UserAgent = new(
        "mullion",
        typeof(KubernetesConnection).Assembly.GetName().Version?.ToString(3)
    );

    private readonly KubernetesConfiguration _configuration;
    private readonly CredentialSource _credentials;
    private readonly Transport _transport;
    private readonly string _base;

    public KubernetesConnection(
        KubernetesConfiguration configuration,
        Transport transport,
        KubernetesClientOptions options
    )
    {
        _configuration = configuration;
        _transport = transport;
        _credentials = new CredentialSource(configuration, options);
        _base = configuration.Server.AbsoluteUri.TrimEnd('/');
        Options = options;
    }

    public Uri Server => _configuration.Server;

    public KubernetesClientOptions Options { get; }

    /// <summary>The answer to a GET.</summary>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(new ApiRequest(HttpMethod.Get, path), type, cancellation);

    /// <summary>The answer to a request, read.</summary>
    public async Task<T> SendAsync<T>(
        ApiRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    )
    {
        using var response = await SendAsync(request, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return Read(body, type, request);
    }

    /// <summary>What a body says.</summary>
    public T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, ApiRequest request)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type)
                ?? throw new JsonException("the answer is null");
        }
        catch (JsonException e)
        {
            // Its message may quote the body, and the body may be a secret.
            throw new KubernetesConnectionException(
                Server,
                $"the answer to {request.Method} {request.Path.Split('?')[0]} is not what a Kubernetes API says (at {e.Path ?? "its beginning"})",
                "Check that the address is that of a Kubernetes API, and not of a web page or log-on in front of it."
            );
        }
    }

    /// <summary>The answer to a request; not a refusal.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        ApiRequest request,
        CancellationToken cancellation
    )
    {
        var (retries, reconnects, isRenewed) = (0, 0, false);
        while (true)
        {
            var credential = await _credentials.GetAsync(cancellation);
            HttpResponseMessage response;
            try
            {
                response = await SendOnceAsync(request, credential, cancellation);
            }
            catch (KubernetesConnectionException e)
                when (request.Method == HttpMethod.Get
                    && reconnects < MostReconnects
                    && ConnectionFailure.IsPassing(e)
                )
            {
                reconnects++;
                await Task.Delay(ReconnectWait, Options.Time, cancellation);
                continue;
            }

            if (response.IsSuccessStatusCode)
            {
                Warn(response, credential);
                return response;
            }

            using (response)
            {
                if (response.StatusCode == HttpStatusCode.Unauthorized && !isRenewed)
                {
                    isRenewed = true;
                    if (_credentials.Forget(credential))
                    {
                        continue;
                    }
                }

                var wait = RetryAfter.Of(response, Options.Time);
                if (wait <= Options.LongestRetryWait && retries < MostRetries)
                {
                    retries++;
                    await Task.Delay(wait.Value, Options.Time, cancellation);
                    continue;
                }

                var body = await response.Content.ReadAsStringAsync(cancellation);
                throw KubernetesRefusal.Of(Server, request, response, body, credential.Scrub, wait);
            }
        }
    }

    public void Dispose()
    {
        _transport.Dispose();
        _credentials.Dispose();
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        ApiRequest request,
        Credential credential,
        CancellationToken cancellation
    )
    {
        using var deadline = new CancellationTokenSource(Options.RequestTimeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            deadline.Token
        );
        using var message = Message(request, credential);
        try
        {
            var response = await _transport
                .For(credential.Certificate)
                .SendAsync(message, either.Token);
            try
            {
                if (!request.IsStream || !response.IsSuccessStatusCode)
                {
                    await response.Content.LoadIntoBufferAsync(either.Token);
                }

                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new KubernetesConnectionException(
                Server,
                $"no answer to {request.Method} {request.Path.Split('?')[0]} within {Options.RequestTimeout.TotalSeconds:0.#} s",
                "Is the API server overloaded or hanging? `kubectl get --raw /readyz` should answer at once."
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
            throw ConnectionFailure.Explain(_configuration, Options.ConnectTimeout, e);
        }
    }

    private HttpRequestMessage Message(ApiRequest request, Credential credential)
    {
        var message = new HttpRequestMessage(request.Method, _base + request.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.UserAgent.Add(UserAgent);
        message.Headers.Authorization = credential.Header;
        // The handler checks the certificate for this name, and sends it as SNI; an API server does not look at it.
        message.Headers.Host = _configuration.TlsServerName;
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(request.ContentType) },
            };
        }

        return message;
    }

    private void Warn(HttpResponseMessage response, Credential credential)
    {
        if (Options.OnWarning is not { } tell)
        {
            return;
        }

        foreach (var warning in response.Headers.Warning)
        {
            tell(credential.Scrub(warning.Text.Trim('"').Replace("\\\"", "\"")));
        }
    }

    private static T? Inner<T>(Exception? e)
        where T : Exception => e is null or T ? (T?)e : Inner<T>(e.InnerException);
}
