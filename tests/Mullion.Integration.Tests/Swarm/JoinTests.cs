using Mullion.Integration.Tests.RealDocker;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Joining;

namespace Mullion.Integration.Tests.Swarm;

/// <summary>Joining a real Swarm, and what stands in the way.</summary>
public sealed class JoinTests(SharedSwarm shared)
{
    [Fact]
    public async Task A_wrong_token_is_refused_and_makes_no_node()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();
        var token = await swarm.WorkerTokenAsync();
        var wrong = token[..(token.LastIndexOf('-') + 1)] + "0canary0canary0canary0can";

        var error = await Should.ThrowAsync<JoinException>(() =>
            RunningWorker.JoinAsync(swarm, wrong)
        );

        error.Failure.ShouldBe(JoinFailure.WrongToken);
        error.Message.ShouldContain("A valid join token is necessary to join this cluster");
        error.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_token_of_another_swarm_is_refused_before_it_is_shown()
    {
        var swarm = await shared.GetAsync();
        var foreign = JoinToken.Create("another root"u8);

        var error = await Should.ThrowAsync<JoinException>(() =>
            RunningWorker.JoinAsync(swarm, foreign.Reveal())
        );

        error.Failure.ShouldBe(JoinFailure.CaDigestMismatch);
        error.Message.ShouldContain(foreign.CaDigest);
        error.Message.ShouldContain(JoinToken.Parse(await swarm.WorkerTokenAsync()).CaDigest);
    }

    [Fact]
    public async Task The_root_that_the_api_shows_is_the_one_that_the_token_is_for()
    {
        var swarm = await shared.GetAsync();
        using var docker = swarm.Client();

        var info = await docker.Swarm.InspectAsync();

        var root = System.Text.Encoding.UTF8.GetBytes(info.TlsInfo.TrustRoot);
        JoinToken.Parse(info.JoinTokens.Worker).Matches(root).ShouldBeTrue();
    }

    [Fact]
    public async Task A_rotated_token_is_refused_and_the_new_one_works()
    {
        await using var swarm = await RealSwarm.StartAsync();
        using var docker = swarm.Client();
        var old = await swarm.WorkerTokenAsync();

        await docker.Swarm.RotateWorkerTokenAsync();

        var error = await Should.ThrowAsync<JoinException>(() =>
            RunningWorker.JoinAsync(swarm, old)
        );
        error.Failure.ShouldBe(JoinFailure.WrongToken);
        (await docker.Nodes.ListAsync()).Count.ShouldBe(1);
        (await RunningWorker.JoinAsync(swarm)).NodeId.Length.ShouldBe(SwarmIds.Length);
    }

    [Fact]
    public async Task A_manager_that_goes_away_in_mid_join_is_said_so_and_joining_again_works()
    {
        await using var swarm = await RealSwarm.StartAsync();
        var token = await swarm.WorkerTokenAsync();
        var request = new JoinRequest
        {
            Managers = [ManagerAddress.Parse(swarm.ManagerAddress)],
            Token = JoinToken.Parse(token),
        };
        var connector = new StoppingConnector(swarm);
        var join = new SwarmJoin(request, connector, TimeProvider.System);

        var error = await Should.ThrowAsync<JoinException>(() =>
            join.RunAsync(CancellationToken.None)
        );

        error.Failure.ShouldBe(JoinFailure.ManagerUnreachable);
        error.Message.ShouldContain(swarm.ManagerAddress);
        error.Message.ShouldContain("Connection refused");

        await swarm.StartDaemonAsync();
        using var docker = swarm.Client();
        var identity = await Eventually.BecomesAsync(
            () => RunningWorker.JoinAsync(swarm, token),
            _ => true,
            "joining"
        );
        await using var worker = new RunningWorker(identity, "win-again");
        await worker.BecomesAsync(WorkerStateKind.Active);
    }

    [Fact]
    public async Task A_worker_finds_a_restarted_manager_again()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var worker = new RunningWorker(
            await RunningWorker.JoinAsync(swarm),
            "win-patient"
        );
        await worker.BecomesAsync(WorkerStateKind.Active);

        await swarm.StopAsync();
        await worker.BecomesAsync(WorkerStateKind.Connecting);
        await swarm.StartDaemonAsync();

        await worker.BecomesAsync(WorkerStateKind.Active);
        using var docker = swarm.Client();
        await Eventually.BecomesAsync(
            () => docker.Nodes.InspectAsync(worker.Identity.NodeId),
            n => n.IsReady,
            "the node is ready again"
        );
    }

    [Fact]
    public async Task A_worker_notices_a_manager_that_vanished_without_a_word()
    {
        await using var swarm = await RealSwarm.StartAsync();
        await using var worker = new RunningWorker(
            await RunningWorker.JoinAsync(swarm),
            "win-unplugged"
        );
        await worker.BecomesAsync(WorkerStateKind.Active);

        await swarm.UnplugAsync();
        await worker.BecomesAsync(WorkerStateKind.Connecting);
        await swarm.PlugInAsync();

        await worker.BecomesAsync(WorkerStateKind.Active);
    }

    /// <summary>Stops the manager once its root CA was downloaded.</summary>
    private sealed class StoppingConnector(RealSwarm swarm) : IManagerConnector
    {
        private readonly ManagerConnector real = new(TimeProvider.System);
        private bool stopped;

        public IManagerConnection Connect(ManagerAddress address, ManagerTrust trust)
        {
            if (trust.RootCaPem is not null && !stopped)
            {
                stopped = true;
                swarm.StopAsync().GetAwaiter().GetResult();
            }

            return real.Connect(address, trust);
        }
    }
}
