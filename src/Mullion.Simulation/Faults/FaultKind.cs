using System.Text.Json.Serialization;

namespace Mullion.Simulation.Faults;

/// <summary>What can go wrong with an operation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>It fails with a Windows error and changes nothing.</summary>
    Error,

    /// <summary>It times out (ERROR_TIMEOUT) and changes nothing.</summary>
    Timeout,

    /// <summary>It times out, but it has been carried out: the answer was lost.</summary>
    LostAnswer,

    /// <summary>It works, but takes two minutes longer. Only what takes time at all is concerned.</summary>
    Slow,

    /// <summary>The disk is full: a write puts down a part and fails (ERROR_DISK_FULL). Others are not concerned.</summary>
    DiskFull,

    /// <summary>A download ends early and looks well. Others are not concerned.</summary>
    Truncate,

    /// <summary>It works, but every connection to the host is cut.</summary>
    ConnectionLoss,

    /// <summary>The power goes before it.</summary>
    PowerCutBefore,

    /// <summary>The power goes in the middle: a write is torn, other operations are done or not done as the seed has it.</summary>
    PowerCutWithin,

    /// <summary>The power goes right after it.</summary>
    PowerCutAfter,
}
