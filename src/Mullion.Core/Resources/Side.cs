using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>Where a resource lives, and so who applies it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Side>))]
public enum Side
{
    /// <summary>On the Windows host: applied by the executor there.</summary>
    [JsonStringEnumMemberName("host")]
    Host,

    /// <summary>In the cluster: applied through the orchestrator's API.</summary>
    [JsonStringEnumMemberName("cluster")]
    Cluster,
}
