using Mullion.Core.Hosts;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;
using SwarmJoin = Mullion.Core.Hosts.SwarmJoin;

namespace Mullion.Lab.Gateways;

/// <summary>
/// Connects simulated engines to managers over the network, in the managers' own protocol: real ones and
/// <see cref="SwarmManager.SimulatedSwarmManager"/> alike.
/// </summary>
public sealed class WireSwarmGateway(TimeProvider? clock = null) : ISwarmGateway
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public async Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation)
    {
        var address = ManagerAddress.Parse(manager);
        using var connection = new ManagerConnector(clock).Connect(
            address,
            new ManagerTrust(null, SwarmNames.Ca, null)
        );
        try
        {
            var answer = await Deadline.RunAsync(
                CallTimeout,
                clock,
                token =>
                    connection.CallAsync(
                        SwarmMethods.GetRootCaCertificate,
                        new GetRootCaCertificateRequest(),
                        GetRootCaCertificateResponse.Parser,
                        token
                    ),
                cancellation
            );
            return answer.Certificate.ToByteArray();
        }
        catch (GrpcException e)
        {
            var code =
                e.Code == GrpcStatusCode.DeadlineExceeded
                    ? WindowsError.ConnectTimedOut
                    : WindowsError.ConnectionRefused;
            throw new HostException("connect", address.ToString(), code, e.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    )
    {
        var availability = request.Availability switch
        {
            "active" => WorkerAvailability.Active,
            "pause" => WorkerAvailability.Pause,
            "drain" => WorkerAvailability.Drain,
            var other => throw new SwarmJoinException(EngineJoinText.InvalidAvailability(other)),
        };
        var token = EngineJoinText.ReadToken(request.Token);
        if (request.Managers.Count == 0)
        {
            throw new SwarmJoinException(EngineJoinText.NoManagers);
        }

        try
        {
            var identity = await SwarmWorker.JoinAsync(
                new JoinRequest
                {
                    Managers = [.. request.Managers.Select(ManagerAddress.Parse)],
                    Token = token,
                    Availability = availability,
                },
                clock,
                cancellation
            );
            return WireIdentity.From(identity);
        }
        catch (JoinException e)
        {
            throw new SwarmJoinException(
                e switch
                {
                    { Failure: JoinFailure.CaDigestMismatch } => EngineJoinText.OtherRoot(
                        token.CaDigest
                    ),
                    { Failure: JoinFailure.FipsRequired } => EngineJoinText.Fips,
                    { InnerException: GrpcException inner } => EngineJoinText.Rpc(inner),
                    _ => e.Message,
                }
            );
        }
    }

    /// <inheritdoc/>
    public ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks) =>
        new WireSwarmSession(identity, node, tasks, clock);
}
