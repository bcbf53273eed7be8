using System.Net;
using System.Text.Json;
using Mullion.Core.Secrets;
using Mullion.Kubernetes.Json;

namespace Mullion.Kubernetes.Connections;

/// <summary>Turns an error answer into an exception: a Status, another JSON with a message, or whatever text there is.</summary>
internal static class KubernetesRefusal
{
    private const int LongestText = 2000;
    private const int LongestPath = 300;

    /// <summary>Of an answer to a request. <paramref name="scrub"/> hides what the caller knows as secret.</summary>
    public static KubernetesException Of(
        Uri server,
        ApiRequest request,
        HttpResponseMessage response,
        string body,
        Func<string, string> scrub,
        TimeSpan? retryAfter
    )
    {
        var status = TryRead(body) ?? new StatusAnswer();
        var text = status.Message is { Length: > 0 } message ? message : body.Trim();
        return Of(
            server,
            request,
            response.StatusCode,
            status with
            {
                Message = text.Length > 0 ? text : response.ReasonPhrase,
            },
            scrub,
            retryAfter
        );
    }

    /// <summary>Of a Status, as a watch has it in an event.</summary>
    public static KubernetesException Of(
        Uri server,
        ApiRequest request,
        HttpStatusCode code,
        StatusAnswer status,
        Func<string, string> scrub,
        TimeSpan? retryAfter
    )
    {
        string Clean(string text, int longest)
        {
            text = Redaction.Redact(scrub(text));
            return text.Length > longest ? text[..longest] + "…" : text;
        }

        var message = Clean(status.Message ?? "", LongestText);
        var path = Clean(request.Path, LongestPath);
        IReadOnlyList<StatusCause> causes =
        [
            .. (status.Details?.Causes ?? []).Select(c =>
                c with
                {
                    Message = c.Message is { } m ? Clean(m, LongestText) : null,
                }
            ),
        ];
        // An Invalid's message has its causes in it; an eviction's has not.
        var unsaid = causes
            .Select(c => c.Message)
            .OfType<string>()
            .Where(m => !message.Contains(m, StringComparison.Ordinal));
        var words = string.Join(" ", unsaid.Prepend(message).Where(w => w.Length > 0));
        return new KubernetesException(
            $"The Kubernetes API at {server} refused {request.Method} {path} ({(int)code}): {words}",
            RefusalFix.For(code, status, request)
        )
        {
            Status = code,
            Method = request.Method.Method,
            Path = path,
            Reason = status.Reason,
            ServerMessage = message,
            Causes = causes,
            ObjectName = status.Details?.Name,
            RetryAfter =
                retryAfter
                ?? (
                    status.Details?.RetryAfterSeconds is { } seconds and > 0
                        ? TimeSpan.FromSeconds(seconds)
                        : null
                ),
            Continue = status.Metadata?.Continue is { Length: > 0 } token ? token : null,
        };
    }

    private static StatusAnswer? TryRead(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, KubernetesJson.Default.StatusAnswer) switch
            {
                { Kind: "Status" } status => status,
                // What stands in front of an API server (Rancher, a load balancer) may say it in its own JSON.
                { Message.Length: > 0 } other => new StatusAnswer { Message = other.Message },
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
