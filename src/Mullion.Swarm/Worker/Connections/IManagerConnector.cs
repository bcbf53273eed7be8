namespace Mullion.Swarm.Worker.Connections;

/// <summary>Makes connections to managers.</summary>
internal interface IManagerConnector
{
    /// <summary>A connection that is opened by its first call.</summary>
    IManagerConnection Connect(ManagerAddress address, ManagerTrust trust);
}
