using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Google.Protobuf;
using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>
/// gRPC over one HTTP/2 connection. The requests say http:// because the stream below is TLS already
/// (HTTP/2 with prior knowledge); a proxy of this machine never applies to it.
/// </summary>
internal sealed class ManagerConnection : IManagerConnection
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly ManagerAddress address;
    private readonly ManagerTls tls;
    private readonly HttpMessageInvoker http;

    public ManagerConnection(ManagerAddress address, ManagerTls tls, TimeProvider time)
    {
        this.address = address;
        this.tls = tls;
        http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                ConnectTimeout = Timeout.InfiniteTimeSpan,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                ConnectCallback = async (_, cancellation) =>
                {
                    using var deadline = new CancellationTokenSource(ConnectTimeout, time);
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(
                        cancellation,
                        deadline.Token
                    );
                    try
                    {
                        return await tls.ConnectAsync(either.Token);
                    }
                    catch (OperationCanceledException e) when (deadline.IsCancellationRequested)
                    {
                        throw new TimeoutException(
                            $"no connection within {ConnectTimeout.TotalSeconds} s",
                            e
                        );
                    }
                },
            }
        );
    }

    public string? PresentedIssuer => tls.PresentedIssuer;

    public async Task<T> CallAsync<T>(
        string method,
        IMessage request,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>
    {
        T? answer = null;
        await foreach (var message in StreamAsync(method, request, parser, cancellation))
        {
            answer = message;
        }

        return answer
            ?? throw new GrpcException(
                GrpcStatusCode.Internal,
                $"{address} gave no answer to {Short(method)}"
            );
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(
        string method,
        IMessage request,
        MessageParser<T> parser,
        [EnumeratorCancellation] CancellationToken cancellation
    )
        where T : class, IMessage<T>
    {
        using var response = await GuardAsync(
            method,
            () => SendAsync(method, new ByteArrayContent(GrpcFraming.Encode(request)), cancellation)
        );
        GrpcStatus.ThrowIfFailed(response.Headers);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        while (true)
        {
            var message = await GuardAsync(
                method,
                () => GrpcFraming.ReadAsync(body, parser, cancellation)
            );
            if (message is null)
            {
                GrpcStatus.ThrowUnlessOk(response.TrailingHeaders, Short(method));
                yield break;
            }

            yield return message;
        }
    }

    public async Task SendAsync<T>(
        string method,
        IAsyncEnumerable<IMessage> requests,
        MessageParser<T> parser,
        CancellationToken cancellation
    )
        where T : class, IMessage<T>
    {
        using var response = await GuardAsync(
            method,
            () => SendAsync(method, new FrameContent(requests, cancellation), cancellation)
        );
        GrpcStatus.ThrowIfFailed(response.Headers);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        while (
            await GuardAsync(method, () => GrpcFraming.ReadAsync(body, parser, cancellation))
                is not null
        )
        {
            // One answer, which says nothing; its end says whether all is well.
        }

        GrpcStatus.ThrowUnlessOk(response.TrailingHeaders, Short(method));
    }

    public void Dispose()
    {
        http.Dispose();
        tls.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(
        string method,
        HttpContent content,
        CancellationToken cancellation
    )
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"http://{address}{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(GrpcFraming.ContentType);
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        var response = await http.SendAsync(message, cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            using (response)
            {
                throw new GrpcException(
                    GrpcStatusCode.Unknown,
                    $"{address} answered {Short(method)} with HTTP {(int)response.StatusCode}: it is no Swarm manager"
                );
            }
        }

        return response;
    }

    /// <summary>Turns what the transport throws into the two exceptions that callers know.</summary>
    private async Task<T> GuardAsync<T>(string method, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or HttpProtocolException)
        {
            for (Exception? cause = e; cause is not null; cause = cause.InnerException)
            {
                if (cause is ManagerCertificateException)
                {
                    ExceptionDispatchInfo.Throw(cause);
                }
            }

            throw new GrpcException(
                GrpcStatusCode.Unavailable,
                $"{Short(method)} to {address}: {Reason(e).TrimEnd('.')}",
                e
            );
        }
    }

    /// <summary>The outer exceptions only say that something failed.</summary>
    private static string Reason(Exception e) =>
        e is TimeoutException || e.InnerException is null ? e.Message : Reason(e.InnerException);

    private static string Short(string method) => method[(method.LastIndexOf('/') + 1)..];
}
