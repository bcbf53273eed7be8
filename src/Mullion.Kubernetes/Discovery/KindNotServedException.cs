using Mullion.Core;

namespace Mullion.Kubernetes.Discovery;

/// <summary>The cluster does not know a kind of object that is needed.</summary>
public sealed class KindNotServedException(ObjectKind kind, Uri server, string reason, string fix)
    : MullionException($"The Kubernetes API at {server} has no {kind}: {reason}.", fix)
{
    /// <summary>The kind that is missing.</summary>
    public ObjectKind Kind { get; } = kind;
}
