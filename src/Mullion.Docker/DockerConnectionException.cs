using Mullion.Core;
using Mullion.Core.Secrets;
using Mullion.Docker.Connections;

namespace Mullion.Docker;

/// <summary>There was no answer from the engine, or none that a docker engine gives.</summary>
public sealed class DockerConnectionException(
    DockerEndpoint endpoint,
    string reason,
    string fix,
    Exception? inner = null
)
    : MullionException(
        $"The docker engine at {endpoint} cannot be reached: {Redaction.Redact(reason)}.",
        fix,
        inner
    )
{
    /// <summary>The engine that was asked.</summary>
    public DockerEndpoint Endpoint { get; } = endpoint;

    /// <summary>Why, as a phrase; secrets in it are hidden.</summary>
    public string Reason { get; } = Redaction.Redact(reason);
}
