using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Connections;

/// <summary>A call to a manager did not succeed: by the manager's word, or because the connection was lost (Unavailable).</summary>
internal sealed class GrpcException(GrpcStatusCode code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public GrpcStatusCode Code { get; } = code;
}
