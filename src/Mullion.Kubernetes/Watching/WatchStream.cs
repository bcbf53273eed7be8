using System.Text;
using System.Text.Json;
using Mullion.Kubernetes.Connections;
using Mullion.Kubernetes.Json;

namespace Mullion.Kubernetes.Watching;

/// <summary>The answer to one watch request, line by line. Ends after its time also when the connection hangs.</summary>
internal sealed class WatchStream : IDisposable
{
    /// <summary>What a server may be late to end a watch by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;
    private readonly CancellationTokenSource _deadline;

    private WatchStream(HttpResponseMessage response, Stream body, KubernetesClientOptions options)
    {
        _response = response;
        _reader = new StreamReader(body, Encoding.UTF8);
        _deadline = new CancellationTokenSource(options.WatchTimeout + Grace, options.Time);
        Begun = options.Time.GetUtcNow();
    }

    public DateTimeOffset Begun { get; }

    /// <summary>Whether a line came.</summary>
    public bool HasSpoken { get; private set; }

    public static async Task<WatchStream> OpenAsync(
        KubernetesConnection connection,
        string path,
        CancellationToken cancellation
    )
    {
        var request = new ApiRequest(HttpMethod.Get, path) { IsStream = true };
        var response = await connection.SendAsync(request, cancellation);
        return new(
            response,
            await response.Content.ReadAsStreamAsync(cancellation),
            connection.Options
        );
    }

    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    public async Task<WatchLine?> ReadAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            _deadline.Token
        );
        try
        {
            string? line;
            do
            {
                line = await _reader.ReadLineAsync(either.Token);
            } while (line is { Length: 0 });
            HasSpoken |= line is not null;
            return line is null
                ? null
                : JsonSerializer.Deserialize(line, KubernetesJson.Default.WatchLine);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(
                "the server did not end the watch in time, the connection hangs",
                e
            );
        }
        catch (JsonException e)
        {
            throw new IOException("an event broke off in the middle", e);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
        _deadline.Dispose();
    }
}
