using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Hosts;
using Mullion.Simulation.Swarm;

namespace Mullion.Simulation.Tests.Swarm;

/// <summary>
/// A swarm without a network, for tests in one process: it knows its token and its nodes, refuses what a manager refuses, and
/// attaches every node to the ingress network. It schedules nothing by itself: <see cref="RunOn"/> does.
/// </summary>
/// <remarks>Certificates are made up: only <see cref="RootPem"/> counts, whose digest the token carries.</remarks>
/// <param name="name">Makes one swarm differ from another; the same name gives the same ids and token.</param>
public sealed class InMemorySwarm(string name = "swarm") : ISwarmGateway
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, InMemoryNode> _nodes = new(StringComparer.Ordinal);
    private int _secret = 1;

    /// <summary>Cluster addresses of the managers.</summary>
    public IReadOnlyList<string> Managers { get; init; } = ["10.0.0.5:2377"];

    /// <summary>False while no manager can be reached: nothing new works, sessions stay as they are.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>True to leave new sessions pending: the manager never confirms them.</summary>
    public bool HoldSessions { get; set; }

    /// <summary>The swarm's id.</summary>
    public string ClusterId { get; } = Id(name + " cluster");

    /// <summary>The ingress network's id.</summary>
    public string IngressId { get; } = Id(name + " ingress");

    /// <summary>The root CA bundle.</summary>
    public string RootPem { get; } =
        $"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(name + " root"))}\n-----END CERTIFICATE-----\n";

    /// <summary>The worker token in force.</summary>
    public string WorkerToken =>
        $"SWMTKN-1-{Base36(SHA256.HashData(Encoding.UTF8.GetBytes(RootPem)), 50)}-{Base36(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} secret {_secret}"))[..16], 25)}";

    /// <summary>The nodes that the managers know, by id; the ones that nobody is any more too.</summary>
    public IReadOnlyList<InMemoryNode> Nodes
    {
        get
        {
            lock (_lock)
            {
                return [.. _nodes.Values];
            }
        }
    }

    /// <summary>Makes the old worker token worthless.</summary>
    public void RotateWorkerToken() => _secret++;

    /// <summary>Forgets a node, as <c>docker node rm</c> does; its session, if it has one, is refused from then on.</summary>
    public void Remove(string nodeId)
    {
        lock (_lock)
        {
            _nodes.Remove(nodeId);
        }
    }

    /// <summary>Gives a connected node a new certificate, as managers do before the old one expires.</summary>
    public void Renew(string nodeId)
    {
        var session = Nodes.Single(n => n.Id == nodeId).Session!;
        session.Identity = session.Identity with
        {
            CertificatePem = session.Identity.CertificatePem.Replace(nodeId, nodeId + " renewed"),
        };
    }

    /// <summary>Runs a container on a node, as a task would.</summary>
    /// <returns>The container's id.</returns>
    public string RunOn(string nodeId, string task, string image)
    {
        InMemoryNode node;
        lock (_lock)
        {
            node = _nodes[nodeId];
        }

        return node.Session is { } session
            ? session.Tasks.Start(task, $"{task}.{nodeId}", image)
            : throw new SwarmTaskException($"node {nodeId} is down");
    }

    /// <inheritdoc/>
    public Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation) =>
        Reachable && Managers.Contains(manager)
            ? Task.FromResult(Encoding.UTF8.GetBytes(RootPem))
            : Task.FromException<byte[]>(
                new HostException(
                    "network.readSwarmRoot",
                    manager,
                    WindowsError.ConnectTimedOut,
                    $"dial tcp {manager}: i/o timeout"
                )
            );

    /// <inheritdoc/>
    public Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    )
    {
        if (!Reachable || !request.Managers.Any(Managers.Contains))
        {
            return Refuse(
                "rpc error: code = Unavailable desc = connection error: desc = "
                    + $"\"transport: Error while dialing: dial tcp {request.Managers[0]}: i/o timeout\""
            );
        }

        if (!request.Token.StartsWith(WorkerToken[..60], StringComparison.Ordinal))
        {
            return Refuse("remote CA does not match fingerprint.");
        }

        if (request.Token != WorkerToken)
        {
            return Refuse(
                "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster"
            );
        }

        lock (_lock)
        {
            var id = Id($"{name} node {_nodes.Count} {node.Hostname}");
            _nodes[id] = new InMemoryNode(id, node, request.Availability);
            return Task.FromResult(
                new SwarmIdentity(
                    id,
                    ClusterId,
                    RootPem,
                    $"-----BEGIN CERTIFICATE-----\n{id}\n-----END CERTIFICATE-----\n",
                    $"-----BEGIN EC PRIVATE KEY-----\n{id}\n-----END EC PRIVATE KEY-----\n",
                    Managers
                )
            );
        }
    }

    /// <inheritdoc/>
    public ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks)
    {
        var session = new InMemorySession(this, identity, tasks);
        lock (_lock)
        {
            if (_nodes.TryGetValue(identity.NodeId, out var known))
            {
                _nodes[identity.NodeId] = known with { Session = session };
            }
        }

        if (session.State == "active")
        {
            tasks.Attach([IngressId]);
        }

        return session;
    }

    internal bool Knows(string nodeId)
    {
        lock (_lock)
        {
            return _nodes.ContainsKey(nodeId);
        }
    }

    internal void End(InMemorySession session)
    {
        lock (_lock)
        {
            if (
                _nodes.TryGetValue(session.Identity.NodeId, out var node)
                && ReferenceEquals(node.Session, session)
            )
            {
                _nodes[node.Id] = node with { Session = null };
            }
        }
    }

    private static Task<SwarmIdentity> Refuse(string text) =>
        Task.FromException<SwarmIdentity>(new SwarmJoinException(text));

    private static string Id(string text) =>
        Base36(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16], 25);

    private static string Base36(byte[] bytes, int length)
    {
        var value = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            value = BigInteger.DivRem(value, 36, out var digit);
            text.Insert(0, Digits[(int)digit]);
        }

        return text.ToString(0, length).ToLower(CultureInfo.InvariantCulture);
    }
}
