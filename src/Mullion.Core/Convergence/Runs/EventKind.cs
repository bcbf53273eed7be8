using System.Text.Json.Serialization;

namespace Mullion.Core.Convergence.Runs;

/// <summary>What a <see cref="NodeEvent"/> tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventKind>))]
public enum EventKind
{
    /// <summary>A step began.</summary>
    [JsonStringEnumMemberName("step-started")]
    StepStarted,

    /// <summary>A step says how far it is.</summary>
    [JsonStringEnumMemberName("step-progress")]
    StepProgress,

    /// <summary>A step changed something and is done.</summary>
    [JsonStringEnumMemberName("step-done")]
    StepDone,

    /// <summary>A step failed.</summary>
    [JsonStringEnumMemberName("step-failed")]
    StepFailed,

    /// <summary>A step was not begun, because one that it needs failed.</summary>
    [JsonStringEnumMemberName("step-skipped")]
    StepSkipped,

    /// <summary>A resource was left to others, who changed it since.</summary>
    [JsonStringEnumMemberName("step-left")]
    StepLeft,

    /// <summary>A step goes on after a restart.</summary>
    [JsonStringEnumMemberName("step-waits")]
    StepWaits,

    /// <summary>The host restarts.</summary>
    [JsonStringEnumMemberName("rebooting")]
    Rebooting,

    /// <summary>The host is back.</summary>
    [JsonStringEnumMemberName("back")]
    Back,

    /// <summary>The run ended.</summary>
    [JsonStringEnumMemberName("run-ended")]
    RunEnded,
}
