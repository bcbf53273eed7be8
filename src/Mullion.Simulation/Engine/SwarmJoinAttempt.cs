using Mullion.Core.Hosts;

namespace Mullion.Simulation.Engine;

/// <summary>A request to join, as its caller and the engine see it.</summary>
internal sealed class SwarmJoinAttempt(SimulatedHost host, SwarmMembership swarm)
{
    /// <summary>Waits for its end, or for the engine's own limit, after which it goes on by itself.</summary>
    public async Task RunAsync(SwarmJoin request, CancellationToken cancellation)
    {
        var work = swarm.EnterAsync(request);
        if (!work.IsCompleted)
        {
            await Task.WhenAny(
                work,
                Task.Delay(SwarmMembership.Patience, host.Clock, cancellation)
            );
        }

        if (!work.IsCompleted)
        {
            GoOn(work);
            cancellation.ThrowIfCancellationRequested();
            return;
        }

        try
        {
            await work;
        }
        catch (HostException)
        {
            swarm.GiveUp();
            throw;
        }
    }

    /// <summary>Lets it go on in the background; when it comes to nothing the engine is in state <c>error</c>.</summary>
    public void GoOn(Task work) =>
        _ = work.ContinueWith(
            t =>
            {
                if (t.Exception?.InnerException is HostException e)
                {
                    swarm.Fail(e.Reason);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
