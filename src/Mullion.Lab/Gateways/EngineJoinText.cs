using Mullion.Core;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Lab.Gateways;

/// <summary>What engines print when a join fails, as observed with dockerd 20.10.24 (<c>POST /swarm/join</c>).</summary>
internal static class EngineJoinText
{
    public const string NoManagers = "at least 1 RemoteAddr is required to join";

    /// <summary>swarmkit's <c>ErrMandatoryFIPS</c> (<c>node/node.go</c>); read there, not observed.</summary>
    public const string Fips = "node is not FIPS-enabled but cluster requires FIPS";

    public static string InvalidAvailability(string value) => $"invalid Availability: \"{value}\"";

    public static string OtherRoot(string digest) =>
        $"remote CA does not match fingerprint. Expected: {digest}";

    public static string Refused(string address) =>
        "rpc error: code = Unavailable desc = connection error: desc = "
        + $"\"transport: Error while dialing dial tcp {address}: connect: connection refused\"";

    public static string Rpc(GrpcException error) =>
        $"rpc error: code = {error.Code} desc = {error.Message}";

    /// <summary>Reads a token as the engine does.</summary>
    /// <exception cref="SwarmJoinException">It is no token; the engine says no more than that.</exception>
    public static JoinToken ReadToken(string text)
    {
        try
        {
            return JoinToken.Parse(text);
        }
        catch (MullionException)
        {
            throw new SwarmJoinException("invalid join token");
        }
    }
}
