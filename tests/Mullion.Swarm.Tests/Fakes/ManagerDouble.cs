using System.Net;
using System.Net.Sockets;
using Mullion.Docker;
using Mullion.Docker.Connections;

namespace Mullion.Swarm.Tests.Fakes;

/// <summary>The Engine API of one manager, as far as failing over looks at it; it goes away and comes back when told.</summary>
internal sealed class ManagerDouble(string name, TimeProvider clock) : HttpMessageHandler
{
    private const string NoLeader =
        "The swarm does not have a leader. It's possible that too few managers are online.";

    /// <summary>What was asked of it since it was made, by path.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The swarm it is a manager of; null when it is none.</summary>
    public string? Cluster { get; set; } = "swarm-1";

    /// <summary>Nothing listens.</summary>
    public bool Down { get; set; }

    /// <summary>It takes connections and says nothing.</summary>
    public bool Hangs { get; set; }

    /// <summary>Too few of the managers are there.</summary>
    public bool Leaderless { get; set; }

    /// <summary>Called before each answer.</summary>
    public Action<string>? OnAsked { get; set; }

    public DockerClient Client() =>
        new(
            DockerEndpoint.Parse($"tcp://{name}:2375"),
            this,
            new DockerClientOptions { Time = clock, RequestTimeout = TimeSpan.FromSeconds(10) }
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.AbsolutePath.Replace("/v1.41", "", StringComparison.Ordinal);
        Asked.Add(path);
        OnAsked?.Invoke(path);
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return Down
            ? throw new HttpRequestException(
                "down",
                new SocketException((int)SocketError.ConnectionRefused)
            )
            : (path, Cluster, Leaderless) switch
            {
                ("/_ping", _, _) => Ping(),
                ("/info", null, _) => Json(
                    """{"Swarm":{"LocalNodeState":"active","ControlAvailable":false}}"""
                ),
                ("/info", _, true) => Json(
                    $$"""{ "Swarm": { "LocalNodeState": "active", "ControlAvailable": true, "Error": "{{NoLeader}}" } }"""
                ),
                ("/info", var id, _) => Json(
                    $$"""{ "Swarm": { "LocalNodeState": "active", "ControlAvailable": true, "Cluster": { "ID": "{{id}}" } } }"""
                ),
                (_, null, _) => Json(
                    """{"message":"This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state."}""",
                    HttpStatusCode.ServiceUnavailable
                ),
                (_, _, true) => Json(
                    $$"""{"message":"rpc error: code = Unknown desc = {{NoLeader}}"}""",
                    HttpStatusCode.InternalServerError
                ),
                ("/nodes", _, _) => Json(
                    $$"""[{ "ID": "seen-by-{{name}}", "Spec": {}, "Description": { "Platform": {}, "Engine": {} }, "Status": {} }]"""
                ),
                _ => Json("""{"message":"no such thing"}""", HttpStatusCode.NotFound),
            };
    }

    private static HttpResponseMessage Ping()
    {
        var answer = Json("OK");
        answer.Headers.Add("Api-Version", "1.41");
        return answer;
    }

    private static HttpResponseMessage Json(
        string text,
        HttpStatusCode status = HttpStatusCode.OK
    ) => new(status) { Content = new StringContent(text) };
}
