using System.Net;
using System.Text.Json.Nodes;
using Mullion.Kubernetes.Configuration;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>
/// Answers as a real control plane did: what was captured to the request that was captured, once each and in order, and fails on any
/// other. Discovery is answered beside that, as often as it is asked.
/// </summary>
internal sealed class CapturedServer(params Capture[] captures) : HttpMessageHandler
{
    /// <summary>
    /// Not compared: what concerns only how long the server takes, how it paces a watch, and from which cache it reads.
    /// </summary>
    private static readonly string[] OfNoMatter =
    [
        "timeout",
        "timeoutSeconds",
        "allowWatchBookmarks",
    ];

    private readonly Queue<Capture> _left = new(captures);

    public int Left => _left.Count;

    public List<string> Discovered { get; } = [];

    public static KubernetesConfiguration Configuration { get; } =
        new()
        {
            Server = new Uri("https://api.example:6443"),
            Source = "test",
            User = new KubernetesUser { Name = "admin", Token = "canary-token-of-tests" },
        };

    public KubernetesClient Client(KubernetesClientOptions? options = null) =>
        new(Configuration, this, options);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.AbsolutePath;
        if (Discovery(path) is { } discovered && (_left.Count == 0 || _left.Peek().Path != path))
        {
            Discovered.Add(path);
            return discovered;
        }

        _left.Count.ShouldBeGreaterThan(
            0,
            $"{request.Method} {request.RequestUri} was not captured"
        );
        var capture = _left.Dequeue();
        request.Method.Method.ShouldBe(capture.Method, capture.Name);
        path.ShouldBe(Escaped(capture.Path), capture.Name);
        Compared(Capture.ParseQuery(request.RequestUri.Query))
            .ShouldBe(Compared(capture.Query), capture.Name);
        var body = request.Content is null
            ? null
            : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        if (request.Content is not null)
        {
            request
                .Content.Headers.ContentType!.ToString()
                .ShouldBe(capture.ContentType, capture.Name);
        }

        CompareBodies(capture, body);
        return capture.Response();
    }

    private static void CompareBodies(Capture capture, JsonNode? body)
    {
        if (capture.Method == "PATCH")
        {
            // In a patch null has a meaning.
            JsonNode.DeepEquals(body, capture.RequestBody).ShouldBeTrue(capture.Name);
            return;
        }

        SameJson.ShouldBeSame(
            Bare(body, capture.Method),
            Bare(capture.RequestBody, capture.Method),
            capture.Name
        );
    }

    /// <summary>DeleteOptions may say of what kind they are, or not (909); metadata without anything may be there, or not.</summary>
    private static JsonNode? Bare(JsonNode? body, string method)
    {
        if (body?.DeepClone() is not JsonObject bare)
        {
            return body;
        }

        if (method == "DELETE")
        {
            bare.Remove("kind");
            bare.Remove("apiVersion");
        }

        if (bare["metadata"] is JsonObject { Count: 0 })
        {
            bare.Remove("metadata");
        }

        return bare;
    }

    private static List<string> Compared(IReadOnlyDictionary<string, string> query) =>
        [
            .. query
                .Where(p =>
                    !OfNoMatter.Contains(p.Key) && p is not { Key: "resourceVersion", Value: "0" }
                )
                .Select(p => $"{p.Key}={p.Value}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Escaped(string path) =>
        string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static HttpResponseMessage? Discovery(string path) =>
        path == "/apis" ? Capture.Load("006").Response()
        : path.Split('/') is ["", "api", _] or ["", "apis", _, _] ? ResourceList(path)
        : null;

    /// <summary>A captured resource list, or one made of the aggregated discovery.</summary>
    private static HttpResponseMessage ResourceList(string path)
    {
        var captured = Enumerable
            .Range(7, 7)
            .Select(n => Capture.Load($"{n:000}"))
            .FirstOrDefault(c => c.Path == path);
        if (captured is not null)
        {
            return captured.Response();
        }

        var (group, version) = (path.Split('/')[2], path.Split('/')[3]);
        var found = Capture.Load("016").ResponseBody!["items"]!
            .AsArray()
            .Where(g => g!["metadata"]!["name"]!.GetValue<string>() == group)
            .SelectMany(g => g!["versions"]!.AsArray())
            .FirstOrDefault(v => v!["version"]!.GetValue<string>() == version);
        var resources = found
            ?["resources"]!.AsArray()
            .Select(r =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = r!["resource"]!.DeepClone(),
                        ["kind"] = r["responseKind"]!["kind"]!.DeepClone(),
                        ["namespaced"] = r["scope"]!.GetValue<string>() == "Namespaced",
                    }
            );
        return resources is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    new JsonObject { ["resources"] = new JsonArray([.. resources]) }.ToJsonString()
                ),
            };
    }
}
