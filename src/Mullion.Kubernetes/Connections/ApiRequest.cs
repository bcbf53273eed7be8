namespace Mullion.Kubernetes.Connections;

/// <summary>A request, as often as it has to be sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query, without what the server's address has in front.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>The answer is a stream: it counts as answered when it begins.</summary>
    public bool IsStream { get; init; }
}
