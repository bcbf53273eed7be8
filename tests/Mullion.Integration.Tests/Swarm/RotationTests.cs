using Mullion.Integration.Tests.RealDocker;
using Mullion.Swarm.Worker;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>The root CA of a real Swarm is rotated under hollow workers.</summary>
public sealed class RotationTests
{
    private const int Workers = 20;

    [Fact]
    public async Task Twenty_workers_follow_a_rotation_of_the_root_and_survive_the_managers_restart()
    {
        await using var swarm = await RealSwarm.StartAsync();
        var workers = new List<RunningWorker>();
        try
        {
            for (var i = 0; i < Workers; i++)
            {
                workers.Add(
                    new RunningWorker(await RunningWorker.JoinAsync(swarm), $"win-rotate-{i}")
                );
            }

            await Task.WhenAll(workers.Select(w => w.BecomesAsync(WorkerStateKind.Active)));
            var before = workers[0].Identity;

            await swarm.RotateRootAsync();

            using var docker = swarm.Client();
            await Eventually.BecomesAsync(
                async () => (await docker.Swarm.InspectAsync()).RootRotationInProgress,
                running => !running,
                "the end of the rotation"
            );
            await Task.WhenAll(
                workers.Select(w => w.KeepsAsync(i => i.RootCaPem != before.RootCaPem))
            );

            await swarm.RestartAsync();
            await Eventually.BecomesAsync(
                async () => await docker.Nodes.ListAsync(),
                nodes => nodes.Count(n => n.IsReady) == Workers + 1,
                "all nodes ready with the new root"
            );
            workers.ShouldAllBe(w => w.State.Kind == WorkerStateKind.Active);
        }
        finally
        {
            await Task.WhenAll(workers.Select(w => w.DisposeAsync().AsTask()));
        }
    }
}
