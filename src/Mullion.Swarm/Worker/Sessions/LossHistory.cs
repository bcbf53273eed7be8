namespace Mullion.Swarm.Worker.Sessions;

/// <summary>What sessions were lost to, one after another: some losses mean nothing alone, and something when they come again.</summary>
internal sealed class LossHistory
{
    /// <summary>Managers that refuse the node's certificate, or that it cannot trust, so often in a row will not do otherwise.</summary>
    private const int UntrustedAtMost = 5;

    private const string Clone =
        "; another host seems to be the same node (a clone with this host's swarm folder): one of the two must leave and join again";

    private int suspectInARow;
    private int untrustedInARow;

    /// <summary>A session held for long: what looked suspect was not.</summary>
    public void HeldForLong() => suspectInARow = 0;

    /// <summary>A manager accepted the certificate, and was itself accepted.</summary>
    public void Accepted() => untrustedInARow = 0;

    /// <summary>Where the worker stands after one more loss.</summary>
    public WorkerState After(SessionLoss loss, string message)
    {
        switch (loss)
        {
            case SessionLoss.Removed:
                return new(
                    WorkerStateKind.Error,
                    $"{message}. To come back, leave the swarm and join again."
                );
            case SessionLoss.Untrusted when ++untrustedInARow >= UntrustedAtMost:
                return new(
                    WorkerStateKind.Error,
                    $"{message}: the Swarm's root CA was rotated, or the node removed, while the worker was away. To come back, leave the swarm and join again with the join token of now."
                );
            // One alone may be a manager that forgot, or restarts of this worker in quick succession.
            case SessionLoss.Invalid or SessionLoss.RateLimited when ++suspectInARow > 1:
                return new(WorkerStateKind.Connecting, message + Clone);
            default:
                return new(WorkerStateKind.Connecting, message);
        }
    }
}
