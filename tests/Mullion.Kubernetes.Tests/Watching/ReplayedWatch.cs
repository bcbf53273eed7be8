using System.Net;
using Mullion.Kubernetes.Tests.Captured;

namespace Mullion.Kubernetes.Tests.Watching;

/// <summary>An empty list of a version, then a captured watch from it, then nothing more.</summary>
internal sealed class ReplayedWatch(Capture capture, string version) : HttpMessageHandler
{
    private static readonly string[] OwnToTheWatch =
    [
        "watch",
        "resourceVersion",
        "timeout",
        "timeoutSeconds",
        "allowWatchBookmarks",
    ];
    private bool _isOver;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.AbsolutePath;
        var query = Capture.ParseQuery(request.RequestUri.Query);
        if (path != capture.Path)
        {
            using var invoker = new HttpMessageInvoker(new CapturedServer());
            return await invoker.SendAsync(request, cancellationToken);
        }

        Selectors(query).ShouldBe(Selectors(capture.Query));
        if (!query.ContainsKey("watch"))
        {
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$$"""{"metadata":{"resourceVersion":"{{{version}}}"},"items":[]}"""
                ),
            };
        }

        if (_isOver)
        {
            // The connection is not made again in this test.
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        _isOver = true;
        query["resourceVersion"].ShouldBe(version);
        return capture.Response();
    }

    private static IEnumerable<string> Selectors(IReadOnlyDictionary<string, string> query) =>
        query
            .Where(p => !OwnToTheWatch.Contains(p.Key) && p.Key != "limit")
            .Select(p => $"{p.Key}={p.Value}")
            .Order();
}
