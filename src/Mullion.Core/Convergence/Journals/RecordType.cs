using System.Text.Json.Serialization;

namespace Mullion.Core.Convergence.Journals;

/// <summary>What a journal record tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordType>))]
public enum RecordType
{
    /// <summary>A run began.</summary>
    [JsonStringEnumMemberName("run-started")]
    RunStarted,

    /// <summary>Written ahead of the first change to a resource: what was there before.</summary>
    [JsonStringEnumMemberName("prior")]
    Prior,

    /// <summary>The resource is as wanted; with the state as it was then read.</summary>
    [JsonStringEnumMemberName("applied")]
    Applied,

    /// <summary>
    /// Written ahead of taking a resource back: the state it is to end in. Half of it undone, it no longer looks like Mullion's, and
    /// must not pass for somebody else's.
    /// </summary>
    [JsonStringEnumMemberName("taking-back")]
    TakingBack,

    /// <summary>The resource is as it was before Mullion came.</summary>
    [JsonStringEnumMemberName("taken-back")]
    TakenBack,

    /// <summary>The resource is no longer Mullion's and was left as it is, because others changed it since.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>The host is about to be restarted.</summary>
    [JsonStringEnumMemberName("rebooting")]
    Rebooting,

    /// <summary>A run ended, well or not.</summary>
    [JsonStringEnumMemberName("run-ended")]
    RunEnded,

    /// <summary>Everything was taken back; the journal itself goes next.</summary>
    [JsonStringEnumMemberName("tombstone")]
    Tombstone,
}
