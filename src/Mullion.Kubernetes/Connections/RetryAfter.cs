using System.Net;

namespace Mullion.Kubernetes.Connections;

/// <summary>How long a server that did not act asks to wait before the same request again.</summary>
internal static class RetryAfter
{
    /// <summary>Only with 429 or 5xx and <c>Retry-After</c> is it sure that nothing was done (as client-go holds it).</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) =>
        response.StatusCode != HttpStatusCode.TooManyRequests && (int)response.StatusCode < 500
            ? null
        : response.Headers.RetryAfter is not { } header ? null
        : header.Delta is { } wait ? wait
        : header.Date is { } date ? Later(date - time.GetUtcNow())
        : null;

    private static TimeSpan Later(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
