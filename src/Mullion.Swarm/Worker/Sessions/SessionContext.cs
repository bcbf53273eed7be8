using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>What a session needs of the worker that it is of.</summary>
/// <param name="Describe">What the node says of itself now.</param>
/// <param name="Told">Called with every message of the manager.</param>
/// <param name="Tasks">The node's tasks.</param>
/// <param name="Renew">Ends once the node has another certificate, or none that is valid.</param>
/// <param name="NodeId">The node's id.</param>
/// <param name="Time">The clock.</param>
internal sealed record SessionContext(
    Func<NodeDescription> Describe,
    Action<SessionMessage> Told,
    TaskSet Tasks,
    Func<IManagerConnection, CancellationToken, Task> Renew,
    string NodeId,
    TimeProvider Time
);
