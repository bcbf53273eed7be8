using System.Net;
using System.Text.Json;
using Mullion.Docker.Json;

namespace Mullion.Docker.Connections;

/// <summary>Turns an engine's error answer into an exception: <c>{"message": "…"}</c>, or whatever text there is.</summary>
internal static class DockerRefusal
{
    private const int LongestText = 2000;

    public static async Task<DockerApiException> ReadAsync(
        DockerEndpoint endpoint,
        HttpResponseMessage response,
        HttpMethod method,
        string path,
        CancellationToken cancellation
    )
    {
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var text = Message(body) ?? response.ReasonPhrase ?? "";
        text = text.Length > LongestText ? text[..LongestText] + "…" : text;
        return new DockerApiException(
            endpoint,
            response.StatusCode,
            method.Method,
            path,
            text.Trim(),
            Fix(response.StatusCode, text)
        );
    }

    private static string? Message(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DockerJson.Default.ErrorAnswer)?.Message
                ?? body;
        }
        catch (JsonException)
        {
            return body.Length == 0 ? null : body;
        }
    }

    private static string? Fix(HttpStatusCode status, string text) =>
        text.Contains("HTTP request to an HTTPS server", StringComparison.OrdinalIgnoreCase)
            ? "The engine speaks TLS: give tls ca, cert and key."
        : text.Contains("not a swarm manager", StringComparison.OrdinalIgnoreCase)
            ? "Give the endpoint of a manager of the Swarm."
        : text.Contains("already part of a swarm", StringComparison.OrdinalIgnoreCase)
            ? "Run `docker swarm leave` there first, or take the node out of the other cluster."
        : text.Contains("choose an IP address to advertise", StringComparison.OrdinalIgnoreCase)
            ? "Give advertiseAddress: the host has several addresses."
        : status == HttpStatusCode.Forbidden ? "Ask for the right to do this on that engine."
        : null;
}
