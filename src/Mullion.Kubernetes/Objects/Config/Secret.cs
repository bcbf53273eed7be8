using Mullion.Kubernetes.Discovery;

namespace Mullion.Kubernetes.Objects.Config;

/// <summary>Secret values by key. None of them shows itself in text.</summary>
public sealed record Secret : KubernetesObject, IKnownKind
{
    /// <inheritdoc/>
    public static ObjectKind Known { get; } =
        ObjectKind.Core("Secret", "secrets", isNamespaced: true);

    /// <summary>What it is for, such as <c>bootstrap.kubernetes.io/token</c>; null is <c>Opaque</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Values by key, in base64.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>Values by key as they are: only for writing, the server turns them into <see cref="Data"/>.</summary>
    public IReadOnlyDictionary<string, string>? StringData { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Secret {Metadata.Namespace}/{Metadata.Name} ({Type})";
}
