using Mullion.Cli.Sessions;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Cli.Changes;

/// <summary>What is done to the nodes.</summary>
/// <param name="Name"><c>apply</c>, <c>adopt</c> or <c>remove</c>.</param>
/// <param name="Question">What is asked before, without the question mark.</param>
/// <param name="Run">Does it to one node.</param>
internal sealed record ChangeKind(
    string Name,
    string Question,
    Func<PlannedNode, IProgress<NodeEvent>, RunOptions, CancellationToken, Task<NodeResult>> Run
);
