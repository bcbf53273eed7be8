using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>How far a change reaches, mildest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImpactKind>))]
public enum ImpactKind
{
    /// <summary>Nobody notices.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>A service stops for a moment, and what runs in it.</summary>
    [JsonStringEnumMemberName("service-restart")]
    ServiceRestart,

    /// <summary>Connections to the host are cut for a moment.</summary>
    [JsonStringEnumMemberName("network-cut")]
    NetworkCut,

    /// <summary>The host restarts.</summary>
    [JsonStringEnumMemberName("reboot")]
    Reboot,
}
