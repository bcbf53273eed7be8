using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mullion.Docker.Nodes;

/// <summary>What is wanted of a node. An update sends the whole: what Mullion does not know survives in <see cref="Other"/>.</summary>
public sealed record NodeSpec
{
    /// <summary>A name given to the node; mostly empty, the host name is in the description.</summary>
    public string? Name { get; init; }

    /// <summary>Node labels, which placement constraints name as <c>node.labels.KEY</c>.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? Empty;
    } = Empty;

    /// <summary><c>worker</c> or <c>manager</c>.</summary>
    public string Role { get; init; } = "worker";

    /// <summary><c>active</c>, <c>pause</c> (nothing new) or <c>drain</c> (nothing at all).</summary>
    public string Availability { get; init; } = "active";

    /// <summary>Fields that this client does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    private static readonly Dictionary<string, string> Empty = [];
}
