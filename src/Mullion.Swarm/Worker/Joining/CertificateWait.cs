using Google.Protobuf;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>Waits for the certificate of a key that was sent to be certified; asks every second, then less often.</summary>
internal static class CertificateWait
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>The certificate, PEM: the leaf, and what leads from it to the old root while the root is rotated.</summary>
    /// <exception cref="JoinException">The manager refused it, or took longer than <paramref name="limit"/>.</exception>
    public static async Task<string> RunAsync(
        IManagerConnection connection,
        string manager,
        string nodeId,
        NodeKey key,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var csr = ByteString.CopyFromUtf8(key.RequestPem);
        var deadline = time.GetUtcNow() + limit;
        for (var backoff = TimeSpan.FromSeconds(1); ; backoff = Min(backoff * 2, LongestBackoff))
        {
            if (await StatusAsync(connection, nodeId, time, cancellation) is { } answer)
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
                throw JoinFailures.NoCertificate(manager, limit);
            }

            await Task.Delay(Min(backoff, left), time, cancellation);
        }
    }

    /// <summary>Null when the manager could not answer in time: it blocks while there is no result.</summary>
    private static async Task<NodeCertificateStatusResponse?> StatusAsync(
        IManagerConnection connection,
        string nodeId,
        TimeProvider time,
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

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
