using System.Net;
using Mullion.Core;
using Mullion.Core.Secrets;
using Mullion.Docker.Connections;

namespace Mullion.Docker;

/// <summary>The engine answered, and refused.</summary>
public sealed class DockerApiException : MullionException
{
    /// <summary>An engine's refusal; secrets in its text are hidden.</summary>
    public DockerApiException(
        DockerEndpoint endpoint,
        HttpStatusCode status,
        string method,
        string path,
        string engineMessage,
        string? fix = null
    )
        : base(
            $"The docker engine at {endpoint} refused {method} {Redaction.Redact(path)} ({(int)status}): {Redaction.Redact(engineMessage)}",
            fix
        )
    {
        Status = status;
        Method = method;
        Path = Redaction.Redact(path);
        EngineMessage = Redaction.Redact(engineMessage);
    }

    /// <summary>HTTP status, such as 404 (no such object), 409 (conflict), 503 (not, or already, in a Swarm).</summary>
    public HttpStatusCode Status { get; }

    /// <summary>HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query, without the API version.</summary>
    public string Path { get; }

    /// <summary>The engine's own words.</summary>
    public string EngineMessage { get; }
}
