using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects;

/// <summary>A record that stands for one kind of the API.</summary>
public interface IKnownKind
{
    /// <summary>The kind it stands for.</summary>
    static abstract ObjectKind Known { get; }
}
