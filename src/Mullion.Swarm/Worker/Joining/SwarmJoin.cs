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
            var identity = IssuedIdentity.Read(
                manager.ToString(),
                nodeId,
                root,
                key,
                pem,
                [.. request.Managers.Select(m => m.ToString())]
            );
            // Managers add the new root, signed by the old one, only while they rotate it.
            return CertificateChain.IsOfComingRoot(identity)
                ? throw JoinFailures.RootIsRotated(manager.ToString())
                : identity;
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
        using var connection = connector.Connect(
            manager,
            new ManagerTrust(root, SwarmNames.Ca, null)
        );
        return await CertificateWait.RunAsync(
            connection,
            manager.ToString(),
            nodeId,
            key,
            request.CertificateTimeout,
            time,
            cancellation
        );
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
}
