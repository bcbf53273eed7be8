using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>How well a kind of resource can be taken back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reversal>))]
public enum Reversal
{
    /// <summary>To the field.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>Exactly, after a restart of the host.</summary>
    [JsonStringEnumMemberName("reboot")]
    NeedsReboot,

    /// <summary>There is nothing to take back, or it cannot be.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
