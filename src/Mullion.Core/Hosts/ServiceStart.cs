using System.Text.Json.Serialization;

namespace Mullion.Core.Hosts;

/// <summary>When a service starts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceStart>))]
public enum ServiceStart
{
    /// <summary>At boot.</summary>
    [JsonStringEnumMemberName("automatic")]
    Automatic,

    /// <summary>On demand.</summary>
    [JsonStringEnumMemberName("manual")]
    Manual,

    /// <summary>Never.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,
}
