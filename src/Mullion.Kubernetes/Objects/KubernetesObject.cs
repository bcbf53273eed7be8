using System.Text.Json.Serialization;

namespace Mullion.Kubernetes.Objects;

/// <summary>An object of the API.</summary>
public abstract record KubernetesObject : OpenRecord
{
    /// <summary><c>GROUP/VERSION</c>, or only the version in the core group. Set by the client when it sends.</summary>
    [JsonPropertyOrder(-3)]
    public string? ApiVersion { get; init; }

    /// <summary>The kind, such as <c>Node</c>. Set by the client when it sends.</summary>
    [JsonPropertyOrder(-2)]
    public string? Kind { get; init; }

    /// <summary>Name, labels and what else every object has.</summary>
    [JsonPropertyOrder(-1)]
    public ObjectMeta Metadata
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>The object's name; empty before the server made one of <see cref="ObjectMeta.GenerateName"/>.</summary>
    [JsonIgnore]
    public string Name => Metadata.Name ?? "";
}
