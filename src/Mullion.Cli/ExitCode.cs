namespace Mullion.Cli;

/// <summary>How the program ends. Scripts rely on the numbers.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Failed; what had been changed, if anything, is as it was.</summary>
    Failed = 1,

    /// <summary>Wrong usage or invalid input; nothing was tried.</summary>
    Usage = 2,

    /// <summary>Nothing was changed, because a check failed or somebody said no.</summary>
    Refused = 3,

    /// <summary>Changed in part: the same command goes on from there, remove takes it back.</summary>
    Partial = 4,

    /// <summary>Interrupted at a safe point.</summary>
    Interrupted = 130,
}
