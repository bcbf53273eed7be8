using Mullion.Integration.Tests.CommandLine;
using Mullion.Integration.Tests.RealDocker;
using Mullion.Swarm.Worker;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>The root CA of a real Swarm is rotated under hollow workers.</summary>
public sealed class RotationTests
{
    private const int Workers = 20;

    [Fact]
    public async Task Twenty_workers_and_a_lab_host_follow_a_rotation_of_the_root_and_survive_the_managers_restart()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var program = new MullionProgram();
        await program.HostWithEngineAsync("shop-1");
        program.Describe(swarm.Endpoint.ToString(), ["shop-1"]);
        (await program.ApplyAsync()).Ended(0);
        var workers = new List<RunningWorker>();
        try
        {
            var away = new RunningWorker(await RunningWorker.JoinAsync(swarm), "win-away");
            await away.BecomesAsync(WorkerStateKind.Active);
            var identity = away.Identity;
            await away.DisposeAsync();
            for (var i = 0; i < Workers; i++)
            {
                workers.Add(
                    new RunningWorker(await RunningWorker.JoinAsync(swarm), $"win-rotate-{i}")
                );
            }

            await Task.WhenAll(workers.Select(w => w.BecomesAsync(WorkerStateKind.Active)));
            using var docker = swarm.Client();
            await Eventually.BecomesAsync(
                async () => await docker.Nodes.ListAsync(),
                nodes => nodes.Single(n => n.Hostname == "win-away").Status.State == "down",
                "the loss of win-away"
            );

            await swarm.RotateRootAsync();

            await Eventually.BecomesAsync(
                async () => (await docker.Swarm.InspectAsync()).RootRotationInProgress,
                running => running,
                "the beginning of the rotation"
            );
            // Managers wait for all nodes that they know: the plan names the one that holds it up.
            (await docker.Swarm.InspectAsync()).RootRotationInProgress.ShouldBeTrue();
            (await program.RunAsync("plan")).Ended(0).Out.ShouldContain("win-away (down)");
            var back = new RunningWorker(identity, "win-away");
            workers.Add(back);
            await back.BecomesAsync(WorkerStateKind.Active);

            await Eventually.BecomesAsync(
                async () => (await docker.Swarm.InspectAsync()).RootRotationInProgress,
                running => !running,
                "the end of the rotation"
            );
            await Task.WhenAll(
                workers.Select(w => w.KeepsAsync(i => i.RootCaPem != identity.RootCaPem))
            );

            await swarm.RestartAsync();
            await Eventually.BecomesAsync(
                async () => await docker.Nodes.ListAsync(),
                nodes => nodes.Count(n => n.IsReady) == Workers + 3,
                "all nodes ready with the new root"
            );
            workers.ShouldAllBe(w => w.State.Kind == WorkerStateKind.Active);
            (await program.ApplyAsync()).Ended(0).Out.ShouldContain("0 to create, 0 to update");
        }
        finally
        {
            await Task.WhenAll(workers.Select(w => w.DisposeAsync().AsTask()));
        }
    }
}
