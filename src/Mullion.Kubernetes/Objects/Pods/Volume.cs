using System.Text.Json;

namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>Storage of a pod's containers.</summary>
public sealed record Volume : OpenRecord
{
    /// <summary>Unique in its pod.</summary>
    public string? Name { get; init; }

    /// <summary>Set where the storage is a folder of the node that ends with the pod: a drain loses it.</summary>
    public JsonElement? EmptyDir { get; init; }
}
