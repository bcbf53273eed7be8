using System.Text.Json.Serialization;

namespace Mullion.Core.Findings;

/// <summary>How much a <see cref="Finding"/> weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Checked, and as it should be.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Works, but the user should know.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>Could not be told. Not the same as "fine": the check itself failed.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Nothing is changed while this stands.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
