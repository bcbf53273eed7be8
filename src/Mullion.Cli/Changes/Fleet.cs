using Mullion.Cli.Sessions;

namespace Mullion.Cli.Changes;

/// <summary>Changes several nodes, so many at once; stops beginning new ones when too many have failed.</summary>
/// <param name="parallel">How many at once.</param>
/// <param name="maxFailures">After how many failures no further node is begun; null: never.</param>
internal sealed class Fleet(int parallel, int? maxFailures)
{
    /// <summary>Every node's outcome, in the order of the nodes.</summary>
    public async Task<IReadOnlyList<NodeOutcome>> RunAsync(
        IReadOnlyList<PlannedNode> nodes,
        Func<PlannedNode, Task<NodeOutcome>> run,
        CancellationToken cancellation
    )
    {
        var outcomes = new NodeOutcome[nodes.Count];
        var failures = 0;
        await Parallel.ForAsync(
            0,
            nodes.Count,
            new ParallelOptions { MaxDegreeOfParallelism = parallel },
            async (i, _) =>
            {
                var why =
                    cancellation.IsCancellationRequested ? "Interrupted before it was begun."
                    : Volatile.Read(ref failures) >= maxFailures
                        ? $"Not begun: {failures} failed (--max-failures {maxFailures})."
                    : null;
                outcomes[i] = why is null
                    ? await run(nodes[i])
                    : new NodeOutcome(nodes[i].Name, OutcomeKind.NotStarted) { Message = why };
                if (outcomes[i].Bad)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        );
        return outcomes;
    }
}
