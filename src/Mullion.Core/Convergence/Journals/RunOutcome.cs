namespace Mullion.Core.Convergence.Journals;

/// <summary>How runs end, as the journal words it.</summary>
public static class RunOutcome
{
    /// <summary>Everything is as wanted.</summary>
    public const string Done = "done";

    /// <summary>Something failed.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody interrupted it.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>It waits for a restart of the host.</summary>
    public const string RebootNeeded = "reboot-needed";

    /// <summary>It was told to stop after a heading; the heading follows.</summary>
    public const string StoppedPrefix = "stopped-after-";
}
