using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects;

/// <summary>What every object has (meta/v1 ObjectMeta).</summary>
public sealed record ObjectMeta : OpenRecord
{
    /// <summary>Unique for its kind in its namespace; null when the server shall make one of <see cref="GenerateName"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The beginning of a name of which the server makes one that is free.</summary>
    public string? GenerateName { get; init; }

    /// <summary>Null for objects of the whole cluster.</summary>
    public string? Namespace { get; init; }

    /// <summary>Tells an object from another of the same name before or after it.</summary>
    public string? Uid { get; init; }

    /// <summary>Changes with every write; opaque. A write that carries it is refused (409) when the object changed since.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Grows when what is wanted of the object changes.</summary>
    public long? Generation { get; init; }

    /// <summary>When the server made it.</summary>
    [JsonConverter(typeof(SecondsTime))]
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>When it will be gone; set as soon as somebody deleted it and something still has to be finished.</summary>
    [JsonConverter(typeof(SecondsTime))]
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Key to value; selectors ask for them.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Key to value; notes for programs.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>Objects with which this one is deleted.</summary>
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>What must be finished before it is gone.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }
}
