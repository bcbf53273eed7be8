using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Journals;

namespace Mullion.Core.Convergence.Runs;

/// <summary>The end of a run, as the journal is told.</summary>
internal static class RunEnd
{
    /// <summary>Records how a run ended, which is not to be cancelled; where that fails, the result says so too.</summary>
    public static async Task<NodeResult> RecordAsync(
        IExecutor executor,
        string purpose,
        NodeResult result,
        RunOptions options
    )
    {
        try
        {
            await RecordAsync(executor, purpose, result.Status, options);
            return result;
        }
        catch (MullionException e)
        {
            return result with
            {
                Status = result.Status is RunStatus.Done or RunStatus.Stopped
                    ? RunStatus.Failed
                    : result.Status,
                Message =
                    $"{result.Message} The end of the run could not be recorded: {e.Message}".Trim(),
                Fix = result.Fix ?? e.Fix,
            };
        }
    }

    private static async Task RecordAsync(
        IExecutor executor,
        string purpose,
        RunStatus status,
        RunOptions options
    )
    {
        var inventory = (await executor.JournalAsync(CancellationToken.None)).Inventory();
        if (purpose == "remove" && status == RunStatus.Done && inventory.Resources.IsEmpty)
        {
            await executor.CloseAsync(CancellationToken.None);
            return;
        }

        await executor.EndAsync(
            status switch
            {
                RunStatus.Done => RunOutcome.Done,
                RunStatus.Stopped => RunOutcome.StoppedPrefix
                    + options.Until!.Value.ToString().ToLowerInvariant(),
                RunStatus.RebootNeeded => RunOutcome.RebootNeeded,
                RunStatus.Interrupted => RunOutcome.Interrupted,
                _ => RunOutcome.Failed,
            },
            CancellationToken.None
        );
    }
}
