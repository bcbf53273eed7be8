using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>
/// One joining: download the root CA and compare it with the token's digest, send a key to be certified with the
/// token, wait for the certificate. Connections are tried five times, two seconds apart, manager after manager.
/// </summary>
internal sealed class SwarmJoin(JoinRequest request, IManagerConnector connector, TimeProvider time)
{
    private const int FewestAttempts = 5;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    public async Task<WorkerIdentity> RunAsync(CancellationToken cancellation)
    {
        if (request.Token.Fips)
        {
            throw JoinFailures.Fips();
        }

        try
        {
            var root = await RetryAsync(
                (address, token) =>
                    RootCaDownload.RunAsync(connector, address, request.Token, token),
                cancellation
            );
            using var key = new NodeKey();
            var (manager, nodeId) = await RetryAsync(
                (address, token) => IssueAsync(address, root, key, token),
                cancellation
            );
            var pem = await AwaitCertificateAsync(manager, nodeId, root, key, cancellation);
            return IssuedIdentity.Read(request, manager, nodeId, root, key, pem);
        }
        catch (Exception e) when (e is GrpcException or ManagerCertificateException)
        {
            throw JoinFailures.From(e, request.Managers);
        }
    }

    private async Task<(ManagerAddress, string)> IssueAsync(
        ManagerAddress address,
        string root,
        NodeKey key,
        CancellationToken cancellation
    )
    {
        using var connection = connector.Connect(
            address,
            new ManagerTrust(root, SwarmNames.Ca, null)
        );
        var answer = await connection.CallAsync(
            SwarmMethods.IssueNodeCertificate,
            new IssueNodeCertificateRequest
            {
                Role = NodeRole.Worker,
                Csr = ByteString.CopyFromUtf8(key.RequestPem),
                Token = request.Token.Reveal(),
                Availability = (NodeAvailability)request.Availability,
            },
            IssueNodeCertificateResponse.Parser,
            cancellation
        );
        return (address, answer.NodeId);
    }

    private async Task<string> AwaitCertificateAsync(
        ManagerAddress manager,
        string nodeId,
        string root,
        NodeKey key,
        CancellationToken cancellation
    )
    {
        var csr = ByteString.CopyFromUtf8(key.RequestPem);
        var deadline = time.GetUtcNow() + request.CertificateTimeout;
        using var connection = connector.Connect(
            manager,
            new ManagerTrust(root, SwarmNames.Ca, null)
        );
        for (var backoff = TimeSpan.FromSeconds(1); ; backoff = Min(backoff * 2, LongestBackoff))
        {
            if (await StatusAsync(connection, nodeId, cancellation) is { } answer)
            {
                switch (answer.Status?.State)
                {
                    case IssuanceState.Issued
                    or IssuanceState.Rotate when answer.Certificate?.Csr == csr:
                        return answer.Certificate.Certificate_.ToStringUtf8();
                    case IssuanceState.Failed:
                        throw JoinFailures.NotIssued(manager, answer.Status.Err);
                    default:
                        break;
                }
            }

            var left = deadline - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                throw JoinFailures.NoCertificate(manager, request.CertificateTimeout);
            }

            await Task.Delay(Min(backoff, left), time, cancellation);
        }
    }

    /// <summary>Null when the manager could not answer in time: it blocks while there is no result.</summary>
    private async Task<NodeCertificateStatusResponse?> StatusAsync(
        IManagerConnection connection,
        string nodeId,
        CancellationToken cancellation
    )
    {
        try
        {
            return await Deadline.RunAsync(
                CallTimeout,
                time,
                token =>
                    connection.CallAsync(
                        SwarmMethods.NodeCertificateStatus,
                        new NodeCertificateStatusRequest { NodeId = nodeId },
                        NodeCertificateStatusResponse.Parser,
                        token
                    ),
                cancellation
            );
        }
        catch (GrpcException e) when (JoinFailures.IsTransient(e))
        {
            return null;
        }
    }

    private async Task<T> RetryAsync<T>(
        Func<ManagerAddress, CancellationToken, Task<T>> action,
        CancellationToken cancellation
    )
    {
        var attempts = Math.Max(FewestAttempts, request.Managers.Count);
        for (var attempt = 0; ; attempt++)
        {
            var manager = request.Managers[attempt % request.Managers.Count];
            try
            {
                return await Deadline.RunAsync(
                    CallTimeout,
                    time,
                    token => action(manager, token),
                    cancellation
                );
            }
            catch (GrpcException e) when (attempt + 1 < attempts && JoinFailures.IsTransient(e))
            {
                await Task.Delay(BetweenAttempts, time, cancellation);
            }
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
