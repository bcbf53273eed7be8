using Mullion.Simulation.Swarm;
using Mullion.Swarm.Worker;

namespace Mullion.Lab.Gateways;

/// <summary>One identity in the two forms that the worker and the simulated engine keep it in.</summary>
internal static class WireIdentity
{
    public static SwarmIdentity From(WorkerIdentity identity) =>
        new(
            identity.NodeId,
            identity.ClusterId,
            identity.RootCaPem,
            identity.CertificatePem,
            identity.KeyPem,
            identity.Managers
        );

    public static WorkerIdentity ToWorker(SwarmIdentity identity) =>
        new()
        {
            NodeId = identity.NodeId,
            ClusterId = identity.ClusterId,
            RootCaPem = identity.RootPem,
            CertificatePem = identity.CertificatePem,
            KeyPem = identity.KeyPem,
            Managers = identity.Managers,
        };
}
