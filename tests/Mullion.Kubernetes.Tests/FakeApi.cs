using System.IO.Pipelines;
using System.Net;
using System.Text;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Tests;

/// <summary>An API server in this process: answers by "METHOD /path?query", in order, and keeps what it was asked.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _answers = [];

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<string?> Authorizations { get; } = [];

    public static KubernetesConfiguration Configuration { get; } =
        new() { Server = new Uri("https://api.example:6443"), Source = "test" };

    public KubernetesClient Client(
        KubernetesClientOptions? options = null,
        KubernetesConfiguration? configuration = null
    ) => new(configuration ?? Configuration, this, options);

    /// <summary>The answer to the next such request; the last one given stays.</summary>
    public FakeApi Answer(
        string request,
        string json,
        HttpStatusCode status = HttpStatusCode.OK,
        int? retryAfter = null
    ) =>
        Answer(
            request,
            () =>
            {
                var response = new HttpResponseMessage(status)
                {
                    Content = new StringContent(json),
                };
                if (retryAfter is { } seconds)
                {
                    response.Headers.Add("Retry-After", $"{seconds}");
                }

                return response;
            }
        );

    public FakeApi Answer(string request, Func<HttpResponseMessage> answer)
    {
        if (!_answers.TryGetValue(request, out var queue))
        {
            _answers[request] = queue = new();
        }

        queue.Enqueue(answer);
        return this;
    }

    /// <summary>A refusal with a Status.</summary>
    public FakeApi Refuse(string request, HttpStatusCode status, string reason) =>
        Answer(
            request,
            $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"no {{reason}}","reason":"{{reason}}","code":{{(int)status}}}""",
            status
        );

    /// <summary>A stream whose lines are written by the test.</summary>
    public PipeWriter Stream(string request)
    {
        var pipe = new Pipe();
        Answer(
            request,
            () =>
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StreamContent(pipe.Reader.AsStream()),
                }
        );
        return pipe.Writer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null
            ? ""
            : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            var key = $"{request.Method} {request.RequestUri!.PathAndQuery}";
            Requests.Add(key);
            Bodies.Add(body);
            Authorizations.Add(request.Headers.Authorization?.ToString());
            return _answers.TryGetValue(key, out var queue)
                ? (queue.Count > 1 ? queue.Dequeue() : queue.Peek())()
                : new HttpResponseMessage(HttpStatusCode.NotFound)
                {
                    Content = new StringContent("404 page not found\n"),
                };
        }
    }

    public static Task WriteAsync(PipeWriter stream, string line) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n")).AsTask();
}
