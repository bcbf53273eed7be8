using System.Text.Json.Serialization;

namespace Mullion.Lab;

/// <summary>What a lab host is doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabHostState>))]
public enum LabHostState
{
    /// <summary>Up, and its executor answers.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Going down, or coming up.</summary>
    [JsonStringEnumMemberName("restarting")]
    Restarting,

    /// <summary>Without power.</summary>
    [JsonStringEnumMemberName("off")]
    Off,
}
