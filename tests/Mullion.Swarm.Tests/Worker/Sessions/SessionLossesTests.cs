using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Sessions;

namespace Mullion.Swarm.Tests.Worker.Sessions;

/// <summary>Each error with which managers end sessions, in their words (swarm-protocol.md, 5), and what it means.</summary>
public sealed class SessionLossesTests
{
    [Theory]
    [InlineData(5, "node not registered", nameof(SessionLoss.Invalid))]
    [InlineData(3, "session invalid", nameof(SessionLoss.Invalid))]
    [InlineData(
        14,
        "node n1 exceeded rate limit count of registrations",
        nameof(SessionLoss.RateLimited)
    )]
    [InlineData(
        7,
        "Permission denied: node n1 was removed from swarm",
        nameof(SessionLoss.Removed)
    )]
    [InlineData(
        7,
        "Permission denied: unauthorized peer role: rpc error: code = PermissionDenied desc = no client certificates in request",
        nameof(SessionLoss.Lost)
    )]
    [InlineData(
        14,
        "The swarm does not have a leader. It's possible that too few managers are online.",
        nameof(SessionLoss.Lost)
    )]
    [InlineData(
        9,
        "The swarm does not have a leader. It's possible that too few managers are online.",
        nameof(SessionLoss.Lost)
    )]
    [InlineData(14, "Session to 10.0.0.5:2377: Connection refused", nameof(SessionLoss.Lost))]
    [InlineData(
        14,
        "Session to 10.0.0.5:2377: tlsv1 alert unknown ca",
        nameof(SessionLoss.Untrusted)
    )]
    [InlineData(
        14,
        "Session to 10.0.0.5:2377: sslv3 alert bad certificate",
        nameof(SessionLoss.Untrusted)
    )]
    [InlineData(4, "the manager did not register the node within 5 s", nameof(SessionLoss.Lost))]
    [InlineData(13, "internal", nameof(SessionLoss.Lost))]
    public void Means(int code, string text, string loss) =>
        SessionLosses.Of(new GrpcException((GrpcStatusCode)code, text)).ToString().ShouldBe(loss);
}
