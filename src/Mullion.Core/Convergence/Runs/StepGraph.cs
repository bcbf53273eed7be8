namespace Mullion.Core.Convergence.Runs;

/// <summary>
/// Runs steps in the order of their edges: what is independent runs side by side, what depends on a failed step is skipped, and
/// all the others finish.
/// </summary>
internal static class StepGraph
{
    /// <summary>Runs all steps, and tells how each ended.</summary>
    /// <param name="ids">The steps, in the order in which they begin where the edges leave a choice.</param>
    /// <param name="after">What must have passed before a step; ids that are not among the steps do not count.</param>
    /// <param name="run">Runs a step; does not throw but for the loss of the host.</param>
    /// <param name="skipped">Told of each step that is not begun, with the one that stands in its way.</param>
    /// <param name="cancellation">No step begins any more.</param>
    public static async Task<IReadOnlyDictionary<string, StepResult>> RunAsync(
        IReadOnlyList<string> ids,
        Func<string, IEnumerable<string>> after,
        Func<string, Task<StepResult>> run,
        Action<string, StepResult> skipped,
        CancellationToken cancellation
    )
    {
        var open = ids.ToList();
        var all = ids.ToHashSet();
        var edges = ids.ToDictionary(id => id, id => after(id).Where(all.Contains).ToArray());
        var results = new Dictionary<string, StepResult>();
        var running = new List<Task<StepResult>>();

        while (open.Count > 0 || running.Count > 0)
        {
            foreach (var id in open.ToList())
            {
                var needs = edges[id];
                var failed = needs
                    .Select(results.GetValueOrDefault)
                    .FirstOrDefault(r => r is { Passed: false });
                if (failed is not null || cancellation.IsCancellationRequested)
                {
                    open.Remove(id);
                    if (failed is null)
                    {
                        results[id] = new StepResult(id, StepStatus.Interrupted, "not begun");
                        continue;
                    }

                    results[id] = new StepResult(id, StepStatus.Skipped, $"needs {failed.Id}");
                    skipped(id, failed);
                }
                else if (needs.All(results.ContainsKey))
                {
                    open.Remove(id);
                    running.Add(run(id));
                }
            }

            if (running.Count > 0)
            {
                var ended = await Task.WhenAny(running);
                running.Remove(ended);
                var result = await EndedAsync(ended, running);
                results[result.Id] = result;
            }
        }

        return results;
    }

    /// <summary>How a step ended. Where the host was lost, the others end first: what still runs changes things.</summary>
    private static async Task<StepResult> EndedAsync(
        Task<StepResult> ended,
        List<Task<StepResult>> running
    )
    {
        try
        {
            return await ended;
        }
        catch
        {
            Task others = Task.WhenAll(running);
            await others.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
