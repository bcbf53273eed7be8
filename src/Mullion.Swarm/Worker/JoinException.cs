using Mullion.Core;

namespace Mullion.Swarm.Worker;

/// <summary>A worker could not join. Nothing was changed here; a node object may be left behind at the managers.</summary>
public sealed class JoinException(
    JoinFailure failure,
    string message,
    string fix,
    Exception? inner = null
) : MullionException(message, fix, inner)
{
    /// <summary>Which of the known reasons it is.</summary>
    public JoinFailure Failure { get; } = failure;
}
