using System.Text.Json.Serialization;

namespace Mullion.Core.Convergence.Runs;

/// <summary>How a step ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepStatus>))]
public enum StepStatus
{
    /// <summary>There was nothing to do.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>Changed, and confirmed.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Left to others, who changed it since.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>Begun; goes on after a restart.</summary>
    [JsonStringEnumMemberName("needs-reboot")]
    NeedsReboot,

    /// <summary>Failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Stopped at a safe point, or not begun because the run was.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>Not begun, because a step that it needs did not pass.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
