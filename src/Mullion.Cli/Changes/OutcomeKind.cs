using System.Text.Json.Serialization;

namespace Mullion.Cli.Changes;

/// <summary>How a command ended for one node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
internal enum OutcomeKind
{
    /// <summary>There was nothing to do.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>Done to the end.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Done to the heading that was asked for.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Not begun, because something stands in the way.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Failed, and nothing was changed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Failed, and something was changed before.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>Stopped at a safe point.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>Not begun, because others failed or somebody interrupted.</summary>
    [JsonStringEnumMemberName("not-started")]
    NotStarted,
}
