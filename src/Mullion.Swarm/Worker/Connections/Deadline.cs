using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>Gives a call a time limit; beyond it the call fails like one that the manager let expire.</summary>
internal static class Deadline
{
    public static async Task<T> RunAsync<T>(
        TimeSpan limit,
        TimeProvider time,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellation
    )
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            deadline.Token
        );
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException e)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new GrpcException(
                GrpcStatusCode.DeadlineExceeded,
                $"no answer within {limit.TotalSeconds:0.#} s",
                e
            );
        }
    }
}
