using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Joining;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker.Joining;

public sealed class SwarmJoinTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TestCa ca = new();
    private readonly ManualClock time = new();
    private readonly FakeManager manager = new();
    private readonly string nodeId = SwarmIds.Create();
    private IssueNodeCertificateRequest? asked;

    public SwarmJoinTests() =>
        manager
            .On(
                SwarmMethods.GetRootCaCertificate,
                _ => new GetRootCaCertificateResponse
                {
                    Certificate = ByteString.CopyFromUtf8(ca.RootPem),
                }
            )
            .On(
                SwarmMethods.IssueNodeCertificate,
                request =>
                {
                    asked = (IssueNodeCertificateRequest)request;
                    return new IssueNodeCertificateResponse { NodeId = nodeId };
                }
            )
            .On(SwarmMethods.NodeCertificateStatus, _ => Status(IssuanceState.Issued));

    public void Dispose() => ca.Dispose();

    [Fact]
    public async Task A_worker_joins_and_keeps_what_it_needs()
    {
        var token = ca.Token;

        var identity = await JoinAsync(token, availability: WorkerAvailability.Drain);

        identity.NodeId.ShouldBe(nodeId);
        identity.ClusterId.ShouldBe(ca.ClusterId);
        identity.RootCaPem.ShouldBe(ca.RootPem);
        identity.Managers.ShouldBe(["10.0.0.1:2377", "10.0.0.2:2377"]);
        asked!.Token.ShouldBe(token.Reveal());
        asked.Availability.ShouldBe(NodeAvailability.Drain);
        manager.Connected.Select(c => c.Trust.ServerName).ShouldAllBe(n => n == SwarmNames.Ca);
        manager.Connected.First().Trust.RootCaPem.ShouldBeNull();
        manager.Connected.Skip(1).ShouldAllBe(c => c.Trust.RootCaPem == ca.RootPem);
        identity.ToString().ShouldNotContain("PRIVATE");
    }

    [Fact]
    public async Task Managers_are_tried_five_times_in_turn_two_seconds_apart()
    {
        manager.On(SwarmMethods.GetRootCaCertificate, _ => throw Gone());
        var join = JoinAsync(ca.Token);

        for (var i = 0; i < 4; i++)
        {
            await time.PassAsync(Pause);
        }

        var error = await Should.ThrowAsync<JoinException>(() => join);
        error.Failure.ShouldBe(JoinFailure.ManagerUnreachable);
        error.Message.ShouldContain("10.0.0.1:2377, 10.0.0.2:2377");
        manager.Calls.Select(c => c.Address.Host[^1]).ShouldBe(['1', '2', '1', '2', '1']);
    }

    [Fact]
    public async Task Every_manager_is_tried_however_many_there_are()
    {
        manager.On(SwarmMethods.GetRootCaCertificate, _ => throw Gone());
        var join = JoinAsync(ca.Token, managers: 7);

        for (var i = 0; i < 6; i++)
        {
            await time.PassAsync(Pause);
        }

        await Should.ThrowAsync<JoinException>(() => join);
        manager.Calls.Select(c => c.Address.Host).Distinct().Count().ShouldBe(7);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    public async Task Managers_without_a_leader_are_asked_again_and_then_said_to_have_none(int code)
    {
        manager.On(
            SwarmMethods.IssueNodeCertificate,
            _ =>
                throw new GrpcException(
                    (GrpcStatusCode)code,
                    "The swarm does not have a leader. It's possible that too few managers are online."
                )
        );
        var join = JoinAsync(ca.Token);

        for (var i = 0; i < 4; i++)
        {
            await time.PassAsync(Pause);
        }

        var error = await Should.ThrowAsync<JoinException>(() => join);
        error.Failure.ShouldBe(JoinFailure.ManagerUnreachable);
        error.Message.ShouldContain("have no leader");
    }

    [Fact]
    public async Task A_swarm_that_demands_fips_is_refused_before_anything_is_sent()
    {
        var parts = ca.Token.Reveal().Split('-');
        var fips = JoinToken.Parse($"SWMTKN-2-1-{parts[2]}-{parts[3]}");

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(fips));

        error.Failure.ShouldBe(JoinFailure.FipsRequired);
        error.Message.ShouldNotContain(parts[3]);
        manager.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_root_that_is_being_rotated_is_waited_for_by_the_user()
    {
        using var next = new TestCa();
        manager.On(
            SwarmMethods.NodeCertificateStatus,
            _ =>
            {
                var status = Status(IssuanceState.Rotate);
                status.Certificate.Certificate_ = ByteString.CopyFromUtf8(
                    status.Certificate.Certificate_.ToStringUtf8() + next.RootPem
                );
                return status;
            }
        );

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(ca.Token));

        error.Failure.ShouldBe(JoinFailure.Refused);
        error.Message.ShouldContain("the Swarm's CA is being rotated");
    }

    [Fact]
    public async Task A_manager_that_comes_back_in_time_is_joined()
    {
        var failures = 2;
        manager.On(
            SwarmMethods.GetRootCaCertificate,
            _ =>
                failures-- > 0
                    ? throw Gone()
                    : new GetRootCaCertificateResponse
                    {
                        Certificate = ByteString.CopyFromUtf8(ca.RootPem),
                    }
        );
        var join = JoinAsync(ca.Token);

        await time.PassAsync(Pause);
        await time.PassAsync(Pause);

        (await join).NodeId.ShouldBe(nodeId);
    }

    [Fact]
    public async Task A_token_of_another_swarm_is_never_sent()
    {
        using var other = new TestCa();

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(other.Token));

        error.Failure.ShouldBe(JoinFailure.CaDigestMismatch);
        asked.ShouldBeNull();
        manager.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_ca_shown_by_no_swarm_is_interception()
    {
        using var other = new TestCa();
        manager.PresentedIssuer = "CN=Corporate Proxy";

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(other.Token));

        error.Failure.ShouldBe(JoinFailure.TlsInterception);
        error.Message.ShouldContain("CN=Corporate Proxy");
    }

    [Fact]
    public async Task A_wrong_token_is_not_tried_again()
    {
        manager.On(
            SwarmMethods.IssueNodeCertificate,
            _ =>
                throw new GrpcException(
                    GrpcStatusCode.InvalidArgument,
                    "A valid join token is necessary to join this cluster"
                )
        );
        var token = ca.Token;

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(token));

        error.Failure.ShouldBe(JoinFailure.WrongToken);
        error.ToString().ShouldNotContain(token.Reveal().Split('-')[^1]);
        manager.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_certificate_that_is_pending_is_waited_for_with_growing_pauses()
    {
        var pending = 2;
        manager.On(
            SwarmMethods.NodeCertificateStatus,
            _ => Status(pending-- > 0 ? IssuanceState.Pending : IssuanceState.Issued)
        );
        var join = JoinAsync(ca.Token);

        await time.PassAsync(TimeSpan.FromSeconds(1));
        await time.PassAsync(TimeSpan.FromSeconds(2));

        (await join).NodeId.ShouldBe(nodeId);
    }

    [Fact]
    public async Task A_certificate_that_never_comes_is_given_up_in_words()
    {
        manager.On(SwarmMethods.NodeCertificateStatus, _ => Status(IssuanceState.Pending));
        var join = JoinAsync(ca.Token);

        foreach (var seconds in new[] { 1, 2, 4, 8, 15 })
        {
            await time.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        var error = await Should.ThrowAsync<JoinException>(() => join);
        error.Failure.ShouldBe(JoinFailure.ManagerUnreachable);
        error.Message.ShouldContain("within 30 s");
    }

    [Fact]
    public async Task A_refused_certificate_gives_the_managers_reason()
    {
        manager.On(
            SwarmMethods.NodeCertificateStatus,
            _ => new NodeCertificateStatusResponse
            {
                Status = new IssuanceStatus { State = IssuanceState.Failed, Err = "no signing" },
            }
        );

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(ca.Token));

        error.Failure.ShouldBe(JoinFailure.Refused);
        error.Message.ShouldContain("no signing");
    }

    [Fact]
    public async Task A_manager_token_is_refused_as_such()
    {
        manager.On(
            SwarmMethods.NodeCertificateStatus,
            _ => Status(IssuanceState.Issued, SwarmNames.Manager)
        );

        var error = await Should.ThrowAsync<JoinException>(() => JoinAsync(ca.Token));

        error.Message.ShouldContain("give the worker token");
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting()
    {
        manager.On(SwarmMethods.GetRootCaCertificate, _ => throw Gone());
        using var stop = new CancellationTokenSource();
        var join = JoinAsync(ca.Token, cancellation: stop.Token);
        await time.WaitForTimerAsync(Pause);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => join);
    }

    [Fact]
    public async Task Over_a_real_connection_a_proxy_with_a_certificate_of_its_own_is_recognised()
    {
        using var proxy = new TestCa("Corporate Proxy");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, proxy);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var request = new JoinRequest
        {
            Managers = [new ManagerAddress("127.0.0.1", port)],
            Token = ca.Token,
        };

        var error = await Should.ThrowAsync<JoinException>(() =>
            SwarmWorker.JoinAsync(request, time)
        );

        await serving;
        error.Failure.ShouldBe(JoinFailure.TlsInterception);
        error.Message.ShouldContain("CN=Corporate Proxy");
    }

    /// <summary>Completes one TLS handshake and hangs up.</summary>
    private static async Task ServeAsync(TcpListener listener, TestCa authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = authority.Issue(new PublicKey(key), "proxy", SwarmNames.Manager);
        using var withKey = bare.CopyWithPrivateKey(key);
        using var certificate = X509CertificateLoader.LoadPkcs12(
            withKey.Export(X509ContentType.Pfx),
            null
        );
        using var client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(certificate);
    }

    private Task<WorkerIdentity> JoinAsync(
        JoinToken token,
        WorkerAvailability availability = WorkerAvailability.Active,
        int managers = 2,
        CancellationToken cancellation = default
    ) =>
        new SwarmJoin(
            new JoinRequest
            {
                Managers =
                [
                    .. Enumerable
                        .Range(1, managers)
                        .Select(i => new ManagerAddress($"10.0.0.{i}", 2377)),
                ],
                Token = token,
                Availability = availability,
            },
            manager,
            time
        ).RunAsync(cancellation);

    private NodeCertificateStatusResponse Status(
        IssuanceState state,
        string role = SwarmNames.Worker
    ) =>
        new()
        {
            Status = new IssuanceStatus { State = state },
            Certificate = new Certificate
            {
                Csr = asked!.Csr,
                Certificate_ = ByteString.CopyFromUtf8(
                    ca.Issue(asked.Csr.ToStringUtf8(), nodeId, role)
                ),
            },
        };

    private static GrpcException Gone() => new(GrpcStatusCode.Unavailable, "Connection refused");
}
