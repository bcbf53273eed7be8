using Mullion.Core;
using Mullion.Core.Secrets;

namespace Mullion.Kubernetes;

/// <summary>There was no answer from an API server, or none that a Kubernetes API gives.</summary>
public sealed class KubernetesConnectionException(
    Uri server,
    string reason,
    string fix,
    Exception? inner = null
)
    : MullionException(
        $"The Kubernetes API at {server} cannot be reached: {Redaction.Redact(reason)}.",
        fix,
        inner
    )
{
    /// <summary>The server that was asked.</summary>
    public Uri Server { get; } = server;

    /// <summary>Why, as a phrase; secrets in it are hidden.</summary>
    public string Reason { get; } = Redaction.Redact(reason);
}
