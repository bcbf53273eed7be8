using System.Text.Json.Serialization;

namespace Mullion.Core.Specs;

/// <summary>Whether a swarm node takes tasks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeAvailability>))]
public enum NodeAvailability
{
    /// <summary>Takes new tasks.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Keeps its tasks and takes no new ones.</summary>
    [JsonStringEnumMemberName("pause")]
    Pause,

    /// <summary>Gives its tasks away and takes no new ones.</summary>
    [JsonStringEnumMemberName("drain")]
    Drain,
}
