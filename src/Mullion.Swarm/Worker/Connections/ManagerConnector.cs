namespace Mullion.Swarm.Worker.Connections;

/// <summary>Connections over TCP.</summary>
internal sealed class ManagerConnector(TimeProvider time) : IManagerConnector
{
    public IManagerConnection Connect(ManagerAddress address, ManagerTrust trust) =>
        new ManagerConnection(address, new ManagerTls(address, trust, time), time);
}
