using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Sessions;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker;

public sealed class SwarmWorkerTests : IAsyncDisposable, IWorkerObserver
{
    private const string Removed = "Permission denied: node n1 was removed from swarm";

    private readonly TestCa ca = new();
    private readonly ManualClock time = new();
    private readonly FakeManager manager = new();
    private readonly FakeRuntime runtime = new();
    private readonly CancellationTokenSource stop = new();
    private readonly List<WorkerState> states = [];
    private readonly List<WorkerNode> nodes = [];
    private WorkerIdentity? kept;
    private string engineVersion = "28.2.2";
    private SwarmWorker? worker;
    private Task run = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await run;
        if (worker is not null)
        {
            await worker.DisposeAsync();
        }

        ca.Dispose();
        stop.Dispose();
    }

    void IWorkerObserver.StateChanged(WorkerState state) => states.Add(state);

    void IWorkerObserver.IdentityChanged(WorkerIdentity identity) => kept = identity;

    void IWorkerObserver.NodeChanged(WorkerNode node) => nodes.Add(node);

    [Fact]
    public async Task It_describes_itself_and_shows_its_certificate()
    {
        var identity = Start();

        var session = await manager.SessionAsync();

        var (address, trust) = manager.Connected.ShouldHaveSingleItem();
        address.ToString().ShouldBe("10.0.0.1:2377");
        trust.ShouldBe(new ManagerTrust(ca.RootPem, SwarmNames.Manager, identity));
        var request = (SessionRequest)session.Request;
        request.SessionId.ShouldBe("");
        request.Description.Hostname.ShouldBe("win-1");
        request.Description.Platform.ShouldBe(
            new Platform { Os = "windows", Architecture = "x86_64" }
        );
        request.Description.Resources.NanoCpus.ShouldBe(2_000_000_000);
        request.Description.Engine.Plugins.Select(p => p.Type).ShouldBeInOrder();
        request.Description.TlsInfo.TrustRoot.ToStringUtf8().ShouldBe(ca.RootPem);
        request.Description.TlsInfo.CertIssuerSubject.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_manager_tells_reaches_the_observer_once()
    {
        Start();
        await RegisterAsync("s1", Told("s1", "10.0.0.7:2377"));

        worker!.State.ShouldBe(new WorkerState(WorkerStateKind.Active));
        kept!.Managers.ShouldBe(["10.0.0.7:2377"]);
        nodes.ShouldHaveSingleItem().Availability.ShouldBe(WorkerAvailability.Drain);
        nodes[0].Labels["rack"].ShouldBe("a");
        nodes[0].Address.ShouldBe("10.0.0.21");
    }

    [Fact]
    public async Task Heartbeats_follow_the_period_that_the_manager_gives()
    {
        Start();
        await RegisterAsync("s1");

        await time.PassAsync(FakeManager.HeartbeatPeriod);
        await time.PassAsync(FakeManager.HeartbeatPeriod);
        await time.WaitForTimerAsync(FakeManager.HeartbeatPeriod);

        manager.Calls.Count(c => c.Method == SwarmMethods.Heartbeat).ShouldBe(3);
    }

    [Fact]
    public async Task A_lost_session_is_resumed_after_the_backoff_and_everything_is_reported_again()
    {
        Start();
        var (session, assignments) = await RegisterAsync("s1");
        assignments.Send(Complete("a1", TaskState.Running));
        await ReportedAsync(TaskState.Running);

        session.Fail(new GrpcException(GrpcStatusCode.Unavailable, "connection reset"));
        await time.PassAsync(Backoff.Shortest / 2);

        var again = await manager.SessionAsync();
        ((SessionRequest)again.Request).SessionId.ShouldBe("s1");
        states[^1].ShouldBe(new WorkerState(WorkerStateKind.Connecting, "connection reset"));
        again.Send(new SessionMessage { SessionId = "s1" });
        await manager.AssignmentsAsync();
        await ReportedAsync(TaskState.Running);
        runtime.Calls.ShouldBe(["prepare", "start"]);
    }

    [Fact]
    public async Task A_manager_that_failed_is_left_for_another()
    {
        Start("10.0.0.1:2377", "10.0.0.2:2377");
        var first = await manager.SessionAsync();

        first.Fail(new GrpcException(GrpcStatusCode.Unavailable, "connection refused"));
        await time.PassAsync(Backoff.Shortest / 2);

        var second = await manager.SessionAsync();
        second.Address.ShouldNotBe(first.Address);
    }

    [Theory]
    [InlineData(3, "session invalid")]
    [InlineData(5, "node not registered")]
    public async Task A_session_that_the_manager_does_not_know_is_replaced(int code, string text)
    {
        Start();
        var (session, _) = await RegisterAsync("s1");

        session.Fail(new GrpcException((GrpcStatusCode)code, text));
        await time.PassAsync(Backoff.Shortest / 2);

        ((SessionRequest)(await manager.SessionAsync()).Request).SessionId.ShouldBe("");
        states[^1].Message.ShouldBe(text);
    }

    [Fact]
    public async Task Sessions_that_end_as_invalid_again_and_again_point_to_a_clone()
    {
        Start();
        var wait = Backoff.Shortest / 2;
        for (var i = 0; i < 2; i++)
        {
            var (session, _) = await RegisterAsync($"s{i}");
            session.Fail(new GrpcException(GrpcStatusCode.InvalidArgument, "session invalid"));
            await time.PassAsync(wait);
            wait *= 2;
        }

        await manager.SessionAsync();
        states[^1].Message!.ShouldContain("another host seems to be the same node");
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out()
    {
        Start();
        var session = await manager.SessionAsync();

        session.Fail(
            new GrpcException(
                GrpcStatusCode.Unavailable,
                "node n1 exceeded rate limit count of registrations"
            )
        );
        await time.PassAsync(TimeSpan.FromSeconds(8));

        await manager.SessionAsync();
        states[^1].Message!.ShouldEndWith("exceeded rate limit count of registrations");
    }

    [Fact]
    public async Task Being_removed_is_the_end()
    {
        Start();
        var (session, _) = await RegisterAsync("s1");

        session.Fail(new GrpcException(GrpcStatusCode.PermissionDenied, Removed));
        await run;

        worker!.State.Kind.ShouldBe(WorkerStateKind.Error);
        worker.State.Message.ShouldBe($"{Removed}. To come back, leave the swarm and join again.");
    }

    [Fact]
    public async Task An_expired_certificate_is_the_end_before_anything_is_tried()
    {
        StartAs(ca.Identity(days: 30));

        await run;

        worker!.State.Kind.ShouldBe(WorkerStateKind.Error);
        worker.State.Message!.ShouldContain("certificates have expired");
        manager.Connected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manager_that_does_not_register_the_node_in_time_is_left()
    {
        Start();
        await manager.SessionAsync();

        await time.PassAsync(WorkerSession.CallTimeout);
        await time.PassAsync(Backoff.Shortest / 2);

        await manager.SessionAsync();
        states[^1].Message!.ShouldContain("did not register the node within 5 s");
    }

    [Fact]
    public async Task A_changed_description_opens_a_new_session_under_the_same_id()
    {
        Start();
        await RegisterAsync("s1");

        await time.WaitForTimerAsync(WorkerSession.DescribeInterval);
        engineVersion = "28.3.0";
        time.Advance(WorkerSession.DescribeInterval);

        var request = (SessionRequest)(await manager.SessionAsync()).Request;
        request.SessionId.ShouldBe("s1");
        request.Description.Engine.EngineVersion.ShouldBe("28.3.0");
        states.ShouldNotContain(s => s.Message != null);
    }

    [Fact]
    public async Task Assignments_that_do_not_fit_are_asked_for_anew()
    {
        Start();
        var (_, assignments) = await RegisterAsync("s1");
        assignments.Send(Complete("a1", TaskState.Ready));
        await ReportedAsync(TaskState.Ready);

        var stray = Complete("a3", TaskState.Shutdown);
        stray.Type = AssignmentsType.Incremental;
        stray.AppliesTo = "a2";
        assignments.Send(stray);
        var again = await manager.AssignmentsAsync();
        again.Send(Complete("a4", TaskState.Running));
        var fitting = Complete("a5", TaskState.Shutdown);
        fitting.Type = AssignmentsType.Incremental;
        fitting.AppliesTo = "a4";

        await ReportedAsync(TaskState.Running);
        again.Send(fitting);
        await ReportedAsync(TaskState.Shutdown);
        runtime.Calls.ShouldBe(["prepare", "start", "stop"]);
    }

    private WorkerIdentity Start(params string[] managers)
    {
        var identity = ca.Identity(365, managers);
        StartAs(identity);
        return identity;
    }

    private void StartAs(WorkerIdentity identity)
    {
        worker = new SwarmWorker(
            identity,
            () =>
                new WorkerDescription
                {
                    Hostname = "win-1",
                    Processors = 2,
                    MemoryBytes = 1L << 32,
                    EngineVersion = engineVersion,
                },
            runtime,
            time,
            this,
            manager,
            () => 0.5
        );
        run = Task.Run(() => worker.RunAsync(stop.Token));
    }

    private async Task<(FakeStream Session, FakeStream Assignments)> RegisterAsync(
        string sessionId,
        SessionMessage? message = null
    )
    {
        var session = await manager.SessionAsync();
        session.Send(message ?? new SessionMessage { SessionId = sessionId });
        var assignments = await manager.AssignmentsAsync();
        ((AssignmentsRequest)assignments.Request).SessionId.ShouldBe(sessionId);
        return (session, assignments);
    }

    private async Task ReportedAsync(TaskState state)
    {
        while ((await manager.UpdateAsync()).Status.State != state)
        {
            // States on the way.
        }
    }

    private static SessionMessage Told(string sessionId, string managerAddress)
    {
        var message = new SessionMessage
        {
            SessionId = sessionId,
            Node = new Node
            {
                Spec = new NodeSpec
                {
                    Availability = NodeAvailability.Drain,
                    Annotations = new Annotations { Labels = { ["rack"] = "a" } },
                },
                Status = new NodeStatus { Addr = "10.0.0.21" },
            },
        };
        message.Managers.Add(
            new WeightedPeer
            {
                Peer = new Peer { Addr = managerAddress },
                Weight = 10,
            }
        );
        return message;
    }

    private static AssignmentsMessage Complete(string resultsIn, TaskState desired) =>
        new()
        {
            Type = AssignmentsType.Complete,
            ResultsIn = resultsIn,
            Changes =
            {
                new AssignmentChange
                {
                    Assignment = new Assignment
                    {
                        Task = new SwarmTask { Id = "t1", DesiredState = desired },
                    },
                },
            },
        };
}
