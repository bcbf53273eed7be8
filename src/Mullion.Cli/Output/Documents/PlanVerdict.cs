using System.Text.Json.Serialization;

namespace Mullion.Cli.Output.Documents;

/// <summary>What comes of a node's plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanVerdict>))]
internal enum PlanVerdict
{
    /// <summary>There is something to do, and nothing in the way.</summary>
    [JsonStringEnumMemberName("changes")]
    Changes,

    /// <summary>Everything is as wanted.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>A check stands in the way.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Others changed something on purpose.</summary>
    [JsonStringEnumMemberName("conflict")]
    Conflict,

    /// <summary>There is no plan.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
