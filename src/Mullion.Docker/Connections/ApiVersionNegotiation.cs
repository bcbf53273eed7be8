using Mullion.Core;

namespace Mullion.Docker.Connections;

/// <summary>
/// Agrees on an API version once: the newest that both sides know. An engine that does not name one is
/// taken for the oldest with Swarm nodes.
/// </summary>
internal sealed class ApiVersionNegotiation(DockerConnection connection) : IDisposable
{
    public const string Header = "Api-Version";

    /// <summary>Docker 1.12, the first with Swarm mode.</summary>
    public static readonly Version Oldest = new(1, 24);

    /// <summary>The newest whose description this client was written by.</summary>
    public static readonly Version Newest = new(1, 56);

    private readonly SemaphoreSlim once = new(1, 1);
    private volatile Version? agreed;

    public async Task<Version> AgreeAsync(CancellationToken cancellation)
    {
        if (agreed is { } known)
        {
            return known;
        }

        await once.WaitAsync(cancellation);
        try
        {
            return agreed ??= await AskAsync(cancellation);
        }
        finally
        {
            once.Release();
        }
    }

    public void Dispose() => once.Dispose();

    private async Task<Version> AskAsync(CancellationToken cancellation)
    {
        using var response = await connection.SendUnversionedAsync(
            HttpMethod.Get,
            "/_ping",
            cancellation
        );
        if (!response.Headers.TryGetValues(Header, out var values))
        {
            return Oldest;
        }

        var text = values.First();
        if (!Version.TryParse(text, out var offered))
        {
            throw new DockerConnectionException(
                connection.Endpoint,
                $"it names its API version '{text}'",
                "Check that the endpoint is a docker engine's and not another server's."
            );
        }

        return offered < Oldest
            ? throw new MullionException(
                $"The docker engine at {connection.Endpoint} offers API {offered}; Mullion needs {Oldest} or newer.",
                "Update that docker engine to 1.12 or newer."
            )
            : (offered < Newest ? offered : Newest);
    }
}
