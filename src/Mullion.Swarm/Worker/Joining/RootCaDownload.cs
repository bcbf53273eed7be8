using System.Security.Cryptography;
using System.Text;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Joining;

/// <summary>
/// Fetches a Swarm's root CA from a manager whose certificate cannot be verified yet: the digest in the token is
/// the check. Another CA is final, as trying again brings the same.
/// </summary>
internal static class RootCaDownload
{
    public static async Task<string> RunAsync(
        IManagerConnector connector,
        ManagerAddress address,
        JoinToken token,
        CancellationToken cancellation
    )
    {
        using var connection = connector.Connect(
            address,
            new ManagerTrust(null, SwarmNames.Ca, null)
        );
        byte[] pem;
        try
        {
            var answer = await connection.CallAsync(
                SwarmMethods.GetRootCaCertificate,
                new GetRootCaCertificateRequest(),
                GetRootCaCertificateResponse.Parser,
                cancellation
            );
            pem = answer.Certificate.ToByteArray();
        }
        catch (GrpcException e) when (IsForeign(connection.PresentedIssuer))
        {
            throw JoinFailures.Intercepted(Foreign(address, connection), e);
        }

        if (token.Matches(pem))
        {
            return Encoding.UTF8.GetString(pem);
        }

        throw IsForeign(connection.PresentedIssuer)
            ? JoinFailures.Intercepted(Foreign(address, connection))
            : JoinFailures.Digest(address, token, Convert.ToHexStringLower(SHA256.HashData(pem)));
    }

    private static bool IsForeign(string? issuer) =>
        issuer is not null
        && !issuer.Contains($"CN={SwarmNames.Ca}", StringComparison.OrdinalIgnoreCase);

    private static string Foreign(ManagerAddress address, IManagerConnection connection) =>
        $"{address} shows a certificate issued by '{connection.PresentedIssuer}', not by a Swarm";
}
