using System.Text.Json.Serialization;

namespace Mullion.Core.Orchestrators;

/// <summary>What a join token makes of a host.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinRole>))]
public enum JoinRole
{
    /// <summary>A worker: all that Windows can be.</summary>
    [JsonStringEnumMemberName("worker")]
    Worker,

    /// <summary>A manager, on Linux alone.</summary>
    [JsonStringEnumMemberName("manager")]
    Manager,
}
