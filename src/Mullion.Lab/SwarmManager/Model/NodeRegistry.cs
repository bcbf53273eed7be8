using System.Security.Cryptography;
using System.Text;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>How nodes come, live and go: certificates, sessions, heartbeats, updates, removal.</summary>
internal sealed class NodeRegistry(SwarmState state)
{
    /// <summary>swarmkit's limit: so many registrations of a node, each within the period after the one before.</summary>
    private const int RateLimitCount = 3;
    private static readonly TimeSpan RateLimitPeriod = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan CertificateLifetime = TimeSpan.FromDays(90);

    /// <summary>Makes a node for whoever holds a token.</summary>
    /// <exception cref="SwarmRefusal">The token is not one of this swarm's present tokens.</exception>
    public ModelNode Enroll(string token, NodeAvailability availability)
    {
        if (Same(token, state.ManagerToken))
        {
            throw new SwarmRefusal(
                GrpcStatusCode.FailedPrecondition,
                "the simulated Swarm manager is alone: it takes workers only, and this is the join token for managers"
            );
        }

        return Same(token, state.WorkerToken)
            ? state.AddNode(state.Ids.Next(), NodeRole.Worker, availability)
            : throw new SwarmRefusal(
                GrpcStatusCode.InvalidArgument,
                "A valid join token is necessary to join this cluster"
            );
    }

    /// <summary>Signs a node's request; a request that cannot be signed is kept as failed, as swarmkit does.</summary>
    public void Sign(ModelNode node, byte[] csr)
    {
        node.Csr = csr;
        try
        {
            var pem = state.Authority.Sign(
                Encoding.ASCII.GetString(csr),
                node.Id,
                node.IsManager ? SwarmNames.Manager : SwarmNames.Worker,
                state.ClusterId,
                state.Now,
                CertificateLifetime
            );
            node.Certificate = Encoding.ASCII.GetBytes(pem);
            node.Issuance = IssuanceState.Issued;
            node.IssuanceError = "";
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            node.Issuance = IssuanceState.Failed;
            node.IssuanceError = $"CSR Decode failed: {e.Message}";
        }

        state.Touch(node);
    }

    /// <summary>The node that a certificate names.</summary>
    /// <exception cref="SwarmRefusal">The node was removed, or never was.</exception>
    public ModelNode Require(string nodeId)
    {
        if (state.Removed.Contains(nodeId))
        {
            throw new SwarmRefusal(
                GrpcStatusCode.PermissionDenied,
                "Permission denied: unauthorized peer role: rpc error: code = PermissionDenied desc = "
                    + $"Permission denied: node {nodeId} was removed from swarm"
            );
        }

        return state.FindNode(nodeId)
            ?? throw new SwarmRefusal(GrpcStatusCode.NotFound, "node not found");
    }

    /// <summary>
    /// Opens a session, or continues the one that still stands. One whose heartbeats are implied is not limited in
    /// rate: nobody there would try again.
    /// </summary>
    /// <returns>The session id.</returns>
    public string Register(
        ModelNode node,
        NodeFacts facts,
        string address,
        string? session,
        bool implied
    )
    {
        if (session is null || session != node.Session)
        {
            if (!implied)
            {
                LimitRate(node);
            }

            node.Session = state.Ids.Next();
        }

        node.Facts = facts;
        node.Address = address;
        node.State = NodeState.Ready;
        node.StateMessage = "";
        node.LastHeartbeat = state.Now;
        node.HeartbeatImplied = implied;
        state.Touch(node);
        return node.Session!;
    }

    /// <summary>Lets only the session through that stands.</summary>
    /// <exception cref="SwarmRefusal">No session stands, or another one.</exception>
    public static void RequireSession(ModelNode node, string session)
    {
        if (node.Session is null)
        {
            throw new SwarmRefusal(GrpcStatusCode.NotFound, "node not registered");
        }

        if (node.Session != session)
        {
            throw new SwarmRefusal(GrpcStatusCode.InvalidArgument, "session invalid");
        }
    }

    /// <summary>Deletes a node; its certificate is refused from now on.</summary>
    /// <exception cref="SwarmRefusal">It is a manager, or it is not Down and force is not given.</exception>
    public void Remove(ModelNode node, bool force)
    {
        if (node.IsManager)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.FailedPrecondition,
                $"node {node.Id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal"
            );
        }

        if (!force && node.State == NodeState.Ready)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.FailedPrecondition,
                $"node {node.Id} is not down and can't be removed"
            );
        }

        state.Nodes.Remove(node);
        state.Removed.Add(node.Id);
        state.NextVersion();
        foreach (var task in state.Tasks.Where(task => task.NodeId == node.Id && !task.Ended))
        {
            state.Observe(
                task,
                TaskState.Orphaned,
                "Task belonged to a node that has been deleted"
            );
        }
    }

    private void LimitRate(ModelNode node)
    {
        if (node.RegisteredAt != default)
        {
            if (state.Now - node.RegisteredAt > RateLimitPeriod)
            {
                node.RegistrationAttempts = 0;
            }

            if (++node.RegistrationAttempts > RateLimitCount)
            {
                throw new SwarmRefusal(
                    GrpcStatusCode.Unavailable,
                    $"node {node.Id} exceeded rate limit count of registrations"
                );
            }
        }

        node.RegisteredAt = state.Now;
    }

    private static bool Same(string given, string wanted) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given),
            Encoding.UTF8.GetBytes(wanted)
        );
}
