using System.Collections.Concurrent;
using System.Text;
using Mullion.Core.Hosts;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.Gateways;

/// <summary>
/// Connects simulated engines to <see cref="SwarmModel"/>s in the same process: no sockets, no cryptography, and every
/// call has had all its effects when it returns. For runs by the ten thousand on a virtual clock.
/// </summary>
public sealed class MemorySwarmGateway(params IReadOnlyList<SwarmModel> swarms) : ISwarmGateway
{
    private readonly ConcurrentDictionary<string, string> addresses = new();

    /// <summary>Whether engines reach the managers; sessions that stand already are not cut.</summary>
    public bool Reachable { get; set; } = true;

    /// <inheritdoc/>
    public Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var address = WithPort(manager);
        return Find(address) is { } swarm
            ? Task.FromResult(Encoding.ASCII.GetBytes(swarm.RootPem))
            : Task.FromException<byte[]>(
                new HostException(
                    "connect",
                    address,
                    WindowsError.ConnectionRefused,
                    "No connection could be made because the target machine actively refused it."
                )
            );
    }

    /// <inheritdoc/>
    public Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Enroll(request));
        }
        catch (SwarmJoinException refused)
        {
            return Task.FromException<SwarmIdentity>(refused);
        }
    }

    /// <inheritdoc/>
    public ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks)
    {
        var session = new MemorySwarmSession(
            swarms.FirstOrDefault(swarm => swarm.ClusterId == identity.ClusterId),
            identity,
            tasks
        );
        session.Open(WindowsNodeFacts.Of(node), addresses.GetValueOrDefault(identity.NodeId, ""));
        return session;
    }

    private SwarmIdentity Enroll(SwarmJoin request)
    {
        var availability = request.Availability switch
        {
            "active" => NodeAvailability.Active,
            "pause" => NodeAvailability.Pause,
            "drain" => NodeAvailability.Drain,
            var other => throw new SwarmJoinException(EngineJoinText.InvalidAvailability(other)),
        };
        var token = EngineJoinText.ReadToken(request.Token);
        var swarm =
            request
                .Managers.Select(WithPort)
                .Select(Find)
                .FirstOrDefault(found => found is not null)
            ?? throw new SwarmJoinException(
                request.Managers.Count == 0
                    ? EngineJoinText.NoManagers
                    : EngineJoinText.Refused(WithPort(request.Managers[^1]))
            );
        if (!token.Matches(Encoding.ASCII.GetBytes(swarm.RootPem)))
        {
            throw new SwarmJoinException(EngineJoinText.OtherRoot(token.CaDigest));
        }

        try
        {
            var id = swarm.Do(_ =>
            {
                var enrolled = swarm.Nodes.Enroll(token.Reveal(), availability);
                enrolled.Issuance = IssuanceState.Issued;
                return enrolled.Id;
            });
            addresses[id] = request.AdvertiseAddress?.Split(':')[0] ?? "";
            return new SwarmIdentity(
                id,
                swarm.ClusterId,
                swarm.RootPem,
                EnginePem.Certificate(id, swarm.ClusterId),
                EnginePem.Key(id),
                [swarm.ClusterAddress]
            );
        }
        catch (SwarmRefusal refusal)
        {
            throw new SwarmJoinException(refusal.RpcText);
        }
    }

    private SwarmModel? Find(string address) =>
        Reachable ? swarms.FirstOrDefault(swarm => swarm.ClusterAddress == address) : null;

    /// <summary>Engines add the default port where an address has none.</summary>
    private static string WithPort(string address) =>
        address.LastIndexOf(':') > address.LastIndexOf(']')
            ? address
            : $"{address}:{SwarmNames.DefaultPort}";
}
