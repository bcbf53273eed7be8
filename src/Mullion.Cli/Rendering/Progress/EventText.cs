using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Rendering.Progress;

/// <summary>An event in a line.</summary>
internal static class EventText
{
    /// <summary>Null for what the summary tells anyway.</summary>
    public static string? Of(NodeEvent happened)
    {
        var what = happened.Id is null ? happened.Message : $"{happened.Id}: {happened.Message}";
        return happened.Kind switch
        {
            EventKind.StepStarted => $"{what} …",
            EventKind.StepDone => $"{happened.Id}: done",
            EventKind.StepFailed => $"{happened.Id}: failed: {happened.Message}",
            EventKind.RunEnded => null,
            _ => what,
        };
    }
}
