using System.Net;
using Mullion.Docker.Connections;

namespace Mullion.Docker.Tests;

/// <summary>An engine in this process: answers by "METHOD /path" and keeps what it was asked.</summary>
internal sealed class FakeEngine : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> answers = [];

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public string? ApiVersion { get; init; } = "1.41";

    public DockerClient Client(DockerClientOptions? options = null) =>
        new(DockerEndpoint.Parse("unix:///fake/docker.sock"), this, options);

    /// <summary>The answer to the next such request; the last one given stays.</summary>
    public FakeEngine Answer(string request, string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        if (!answers.TryGetValue(request, out var queue))
        {
            answers[request] = queue = new();
        }

        queue.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(json) });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var key = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Requests.Add(key);
        Bodies.Add(
            request.Content is null
                ? ""
                : await request.Content.ReadAsStringAsync(cancellationToken)
        );
        if (key == "GET /_ping")
        {
            var ping = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("OK"),
            };
            if (ApiVersion is not null)
            {
                ping.Headers.Add("Api-Version", ApiVersion);
            }

            return ping;
        }

        return answers.TryGetValue(key, out var queue)
            ? (queue.Count > 1 ? queue.Dequeue() : queue.Peek())()
            : new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                Content = new StringContent("{\"message\":\"page not found\"}"),
            };
    }
}
