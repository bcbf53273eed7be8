using Mullion.Swarm.Protocol;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>The managers' protocol, call by call: what is refused, with which code and words.</summary>
public abstract class WireContract : WireCallTest
{
    private const string Denied =
        "Permission denied: unauthorized peer role: rpc error: code = PermissionDenied desc = ";

    [Fact]
    public async Task Without_a_certificate_there_is_no_session()
    {
        using var connection = Anonymous();

        var refused = await RefusedAsync(() => FirstAsync(connection, ""));

        refused.Code.ShouldBe(GrpcStatusCode.PermissionDenied);
        refused.Message.ShouldBe(Denied + "no client certificates in request");
    }

    [Fact]
    public async Task A_worker_is_not_a_manager()
    {
        using var connection = As(await EnrollAsync());

        var refused = await RefusedAsync(() =>
            connection.CallAsync(
                "/docker.swarmkit.v1.Control/ListNodes",
                new GetRootCaCertificateRequest(),
                GetRootCaCertificateResponse.Parser,
                default
            )
        );

        refused.Code.ShouldBe(GrpcStatusCode.PermissionDenied);
        refused.Message.ShouldBe(
            Denied + "Permission denied: remote certificate not part of OUs: [swarm-manager]"
        );
    }

    [Fact]
    public async Task A_heartbeat_needs_a_session()
    {
        using var connection = As(await EnrollAsync());

        var refused = await RefusedAsync(() =>
            HeartbeatAsync(connection, "0123456789abcdefghijklmno")
        );

        refused.Code.ShouldBe(GrpcStatusCode.NotFound);
        refused.Message.ShouldBe("node not registered");
    }

    [Fact]
    public async Task A_session_is_continued_by_its_id_and_ended_by_a_new_one()
    {
        using var connection = As(await EnrollAsync());
        var first = await FirstAsync(connection, "");
        (await FirstAsync(connection, first.SessionId)).SessionId.ShouldBe(first.SessionId);

        var second = await FirstAsync(connection, "");

        second.SessionId.ShouldNotBe(first.SessionId);
        (await HeartbeatAsync(connection, second.SessionId)).Period.ShouldNotBeNull();
        var refused = await RefusedAsync(() => HeartbeatAsync(connection, first.SessionId));
        refused.Code.ShouldBe(GrpcStatusCode.InvalidArgument);
        refused.Message.ShouldBe("session invalid");
    }

    [Fact]
    public async Task The_fifth_session_within_seconds_is_refused()
    {
        var identity = await EnrollAsync();
        using var connection = As(identity);
        for (var i = 0; i < 4; i++)
        {
            await FirstAsync(connection, "");
        }

        var refused = await RefusedAsync(() => FirstAsync(connection, ""));

        refused.Code.ShouldBe(GrpcStatusCode.Unavailable);
        refused.Message.ShouldBe(
            $"node {identity.NodeId} exceeded rate limit count of registrations"
        );
    }

    [Fact]
    public async Task A_session_tells_of_node_managers_keys_and_root()
    {
        var identity = await EnrollAsync("drain");
        using var connection = As(identity);

        var message = await FirstAsync(connection, "");

        message.Node.Id.ShouldBe(identity.NodeId);
        message.Node.Spec.Availability.ShouldBe(NodeAvailability.Drain);
        message.Node.Spec.DesiredRole.ShouldBe(NodeRole.Worker);
        message.Node.Spec.Membership.ShouldBe(NodeMembership.Accepted);
        message.Node.Certificate.Status.State.ShouldBe(IssuanceState.Issued);
        var manager = message.Managers.ShouldHaveSingleItem();
        manager.Peer.Addr.ShouldBe(Manager.ClusterAddress);
        manager.Weight.ShouldBe(10);
        message.RootCa.ToStringUtf8().ShouldBe(identity.RootPem);
        message
            .NetworkBootstrapKeys.Select(key => key.Subsystem)
            .Distinct()
            .Order()
            .ShouldBe(["networking:gossip", "networking:ipsec"]);
    }

    [Fact]
    public async Task The_first_assignments_are_complete_and_a_strange_task_is_accepted_in_silence()
    {
        using var connection = As(await EnrollAsync());
        var session = await FirstAsync(connection, "");

        await using var assignments = connection
            .StreamAsync(
                SwarmMethods.Assignments,
                new AssignmentsRequest { SessionId = session.SessionId },
                AssignmentsMessage.Parser,
                default
            )
            .GetAsyncEnumerator();
        (await assignments.MoveNextAsync()).ShouldBeTrue();
        assignments.Current.Type.ShouldBe(AssignmentsType.Complete);
        assignments.Current.Changes.ShouldBeEmpty();
        assignments.Current.ResultsIn.ShouldNotBeEmpty();

        var report = new UpdateTaskStatusRequest { SessionId = session.SessionId };
        report.Updates.Add(
            new TaskStatusUpdate
            {
                TaskId = "0123456789abcdefghijklmno",
                Status = new SwarmTaskStatus { State = TaskState.Running },
            }
        );
        await connection.CallAsync(
            SwarmMethods.UpdateTaskStatus,
            report,
            UpdateTaskStatusResponse.Parser,
            default
        );
    }

    [Fact]
    public async Task A_replacement_that_fails_before_its_start_waits_for_its_time()
    {
        using var connection = As(await EnrollAsync());
        var session = await FirstAsync(connection, "", "windows");
        await CreateServiceAsync(1, $"node.hostname=={Name}");
        var first = await TasksBecomeAsync(
            all => all is [var task] && Has(task, "assigned"),
            "a task"
        );
        await RejectAsync(connection, session, (string)first[0]!["ID"]!);
        var second = await TasksBecomeAsync(
            all =>
                all.Exists(task => Has(task, "rejected"))
                && all.Exists(task => Has(task, "assigned")),
            "its replacement"
        );
        var replacement = second.AsArray().Single(task => Has(task!, "assigned"))!;
        Desired(replacement).ShouldBe("ready");

        await RejectAsync(connection, session, (string)replacement["ID"]!);

        var after = await TasksBecomeAsync(
            all => all.TrueForAll(task => Has(task, "rejected")),
            "both being rejected"
        );
        after.AsArray().Select(task => Desired(task!)).Order().ShouldBe(["ready", "shutdown"]);
    }
}
