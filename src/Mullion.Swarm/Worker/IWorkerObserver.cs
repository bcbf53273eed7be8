namespace Mullion.Swarm.Worker;

/// <summary>Told of what happens to a worker. Calls come one at a time and should return soon.</summary>
public interface IWorkerObserver
{
    /// <summary>It stands elsewhere than before.</summary>
    void StateChanged(WorkerState state) { }

    /// <summary>The managers, the certificate or the root CA changed: to be kept, as a restarted worker is nobody without it.</summary>
    void IdentityChanged(WorkerIdentity identity) { }

    /// <summary>Labels, availability or address changed.</summary>
    void NodeChanged(WorkerNode node) { }
}
