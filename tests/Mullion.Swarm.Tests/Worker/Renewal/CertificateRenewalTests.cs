using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Tests.Fakes;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Renewal;
using Mullion.Swarm.Worker.Sessions;
using Mullion.Testing;

namespace Mullion.Swarm.Tests.Worker.Renewal;

public sealed class CertificateRenewalTests : IAsyncDisposable, IWorkerObserver
{
    private static readonly DateTimeOffset Issued = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestCa ca = new();
    private readonly TestCa coming = new();
    private readonly ManualClock time = new();
    private readonly FakeManager manager = new();
    private readonly CancellationTokenSource stop = new();
    private readonly List<IssueNodeCertificateRequest> requests = [];
    private readonly List<WorkerIdentity> kept = [];
    private readonly List<WorkerState> states = [];
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
        coming.Dispose();
        stop.Dispose();
    }

    void IWorkerObserver.StateChanged(WorkerState state) => states.Add(state);

    void IWorkerObserver.IdentityChanged(WorkerIdentity identity) => kept.Add(identity);

    [Fact]
    public async Task It_renews_within_the_life_of_the_certificate_with_a_new_key_and_no_token()
    {
        var identity = ca.Identity(days: 92);
        Answer(csr => ca.Issue(csr, identity.NodeId, days: 365));
        Start(identity);
        await RegisterAsync(new SessionMessage { SessionId = "s1" });

        // 0.5 is the chance of this test: the middle between 50 and 80 %.
        await time.PassAsync(Issued + TimeSpan.FromDays(92) * 0.65 - time.GetUtcNow());

        var session = await manager.SessionAsync();
        ((SessionRequest)session.Request).SessionId.ShouldBe("s1");
        requests.ShouldHaveSingleItem().Token.ShouldBe("");
        var renewed = kept.ShouldHaveSingleItem();
        renewed.NodeId.ShouldBe(identity.NodeId);
        renewed.KeyPem.ShouldNotBe(identity.KeyPem);
        renewed.NotAfter().ShouldBe(Issued.AddDays(365));
        manager.Connected.Last().Trust.Identity.ShouldBe(renewed);
        states.ShouldAllBe(s => s.Message == null);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_said_and_tried_again()
    {
        var identity = ca.Identity(days: 365);
        Answer(csr =>
            requests.Count == 1
                ? throw new GrpcException(GrpcStatusCode.Unavailable, "no leader")
                : ca.Issue(csr, identity.NodeId, days: 365)
        );
        Start(identity);
        await RegisterAsync(Asked(IssuanceState.Renew));

        await time.PassAsync(CertificateRenewal.ShortestRetry * 0.75);

        await manager.SessionAsync();
        requests.Count.ShouldBe(2);
        requests[0].Csr.ShouldNotBe(requests[1].Csr);
        states.ShouldContain(s =>
            s.Kind == WorkerStateKind.Active
            && s.Message != null
            && s.Message.Contains("could not be renewed: no leader; it is tried again")
        );
    }

    [Fact]
    public async Task A_certificate_that_expires_before_it_is_renewed_is_the_end()
    {
        var identity = ca.Identity(days: 60);
        manager.On(
            SwarmMethods.IssueNodeCertificate,
            _ => throw new GrpcException(GrpcStatusCode.Unavailable, "no leader")
        );
        Start(identity);
        await RegisterAsync(new SessionMessage { SessionId = "s1" });
        await time.WaitForTimerAsync(CertificateRenewal.ShortestRetry * 0.75);

        time.Advance(TimeSpan.FromHours(12));
        await run;

        worker!.State.Kind.ShouldBe(WorkerStateKind.Error);
        worker.State.Message!.ShouldContain("certificates have expired");
    }

    [Fact]
    public async Task Rotating_the_root_shows_the_old_certificate_until_the_new_root_is_the_Swarms()
    {
        var identity = ca.Identity(days: 365);
        Answer(csr => coming.Issue(csr, identity.NodeId, days: 365) + ca.CrossSign(coming));
        Start(identity);
        await RegisterAsync(Asked(IssuanceState.Rotate));

        var session = await manager.SessionAsync();
        var told = ((SessionRequest)session.Request).Description.TlsInfo;
        told.TrustRoot.ToStringUtf8().ShouldBe(ca.RootPem);
        told.CertIssuerPublicKey.ShouldBe(
            NodeDescriptions.TlsInfo(coming.Identity()).CertIssuerPublicKey
        );
        var trust = manager.Connected.Last().Trust;
        trust.Identity.ShouldBe(identity);
        trust.RootCaPem!.ShouldStartWith(ca.RootPem);
        trust.RootCaPem!.Length.ShouldBeGreaterThan(ca.RootPem.Length);
        kept.ShouldAllBe(i => i.CertificatePem == identity.CertificatePem);

        session.Send(
            new SessionMessage
            {
                SessionId = "s1",
                RootCa = ByteString.CopyFromUtf8(coming.RootPem),
            }
        );
        await time.PassAsync(WorkerSession.DescribeInterval);

        var after = await manager.SessionAsync();
        ((SessionRequest)after.Request)
            .Description.TlsInfo.TrustRoot.ToStringUtf8()
            .ShouldBe(coming.RootPem);
        manager.Connected.Last().Trust.RootCaPem.ShouldBe(coming.RootPem);
        manager.Connected.Last().Trust.Identity.ShouldBe(kept[^1]);
        kept[^1].CertificatePem.ShouldNotBe(identity.CertificatePem);
        CertificateChain.IsSignedByRoot(kept[^1]).ShouldBeTrue();
        requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_lost_during_a_rotation_comes_back_with_the_certificate_that_is_taken()
    {
        var identity = ca.Identity(days: 365);
        Answer(csr => coming.Issue(csr, identity.NodeId, days: 365) + ca.CrossSign(coming));
        Start(identity);
        await RegisterAsync(Asked(IssuanceState.Rotate));
        var session = await manager.SessionAsync();

        session.Fail(new GrpcException(GrpcStatusCode.Unavailable, "tls alert unknown ca"));
        await time.PassAsync(Backoff.Shortest / 2);

        await manager.SessionAsync();
        var shown = manager.Connected.Last().Trust.Identity!;
        shown.ShouldNotBe(identity);
        CertificateChain.IsOfComingRoot(shown).ShouldBeTrue();
    }

    [Fact]
    public async Task A_worker_that_slept_through_a_rotation_ends_and_says_so()
    {
        Start(ca.Identity(days: 365));
        var wait = Backoff.Shortest / 2;
        for (var i = 0; i < 5; i++)
        {
            var session = await manager.SessionAsync();
            session.Fail(
                new GrpcException(GrpcStatusCode.Unavailable, "Session: tls alert unknown ca")
            );
            if (i < 4)
            {
                await time.PassAsync(wait);
                wait *= 2;
            }
        }

        await run;
        worker!.State.Kind.ShouldBe(WorkerStateKind.Error);
        worker.State.Message!.ShouldContain("the Swarm's root CA was rotated");
        worker.State.Message!.ShouldContain("join again");
    }

    private static SessionMessage Asked(IssuanceState state) =>
        new()
        {
            SessionId = "s1",
            Node = new Node
            {
                Certificate = new Certificate { Status = new IssuanceStatus { State = state } },
            },
        };

    private void Answer(Func<string, string> issue)
    {
        var last = new Certificate();
        manager
            .On(
                SwarmMethods.IssueNodeCertificate,
                request =>
                {
                    var asked = (IssueNodeCertificateRequest)request;
                    requests.Add(asked);
                    last = new Certificate
                    {
                        Csr = asked.Csr,
                        Certificate_ = ByteString.CopyFromUtf8(issue(asked.Csr.ToStringUtf8())),
                    };
                    return new IssueNodeCertificateResponse { NodeId = worker!.NodeId };
                }
            )
            .On(
                SwarmMethods.NodeCertificateStatus,
                _ => new NodeCertificateStatusResponse
                {
                    Status = new IssuanceStatus { State = IssuanceState.Issued },
                    Certificate = last,
                }
            );
    }

    private void Start(WorkerIdentity identity)
    {
        worker = new SwarmWorker(
            identity,
            () =>
                new WorkerDescription
                {
                    Hostname = "win-1",
                    Processors = 2,
                    MemoryBytes = 1L << 32,
                    EngineVersion = "28.2.2",
                },
            new FakeRuntime(),
            time,
            this,
            manager,
            () => 0.5
        );
        run = Task.Run(() => worker.RunAsync(stop.Token));
    }

    private async Task<FakeStream> RegisterAsync(SessionMessage message)
    {
        var session = await manager.SessionAsync();
        session.Send(message);
        await manager.AssignmentsAsync();
        return session;
    }
}
