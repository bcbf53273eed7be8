namespace Mullion.Swarm;

/// <summary>Lets readers of something wait for its next change without missing one.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes with the next change. Take it before looking, wait for it after.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Says that there was a change, after it was made.</summary>
    public void Raise() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
