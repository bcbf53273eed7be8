using System.Net;
using Mullion.Lab.SwarmManager.Model;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>The simulated manager's Engine API without a socket: give it to an HTTP client.</summary>
public sealed class SwarmManagerHandler(SwarmModel model) : HttpMessageHandler
{
    private readonly SwarmEngineApi api = new(model);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is { } content
            ? await content.ReadAsByteArrayAsync(cancellationToken)
            : [];
        return Answer(request, body);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        var uri = request.RequestUri!;
        var response = api.Handle(
            new EngineRequest(
                request.Method.Method,
                Uri.UnescapeDataString(uri.AbsolutePath),
                EngineQuery.Parse(uri.Query),
                body
            )
        );
        var content = new ByteArrayContent(response.Body);
        if (response.ContentType.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        }

        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            Content = content,
            RequestMessage = request,
        };
        foreach (var (name, value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
