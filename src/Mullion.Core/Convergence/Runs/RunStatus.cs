using System.Text.Json.Serialization;

namespace Mullion.Core.Convergence.Runs;

/// <summary>How a run, or a part of it, ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>Everything is as wanted.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Stopped after the heading that was asked for.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Something stands in the way; nothing was changed.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Something failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The host is going down to restart; the run goes on when it is back.</summary>
    [JsonStringEnumMemberName("rebooting")]
    Rebooting,

    /// <summary>It needs a restart, and none is allowed.</summary>
    [JsonStringEnumMemberName("reboot-needed")]
    RebootNeeded,

    /// <summary>Interrupted at a safe point.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,
}
