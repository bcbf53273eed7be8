namespace Mullion.Swarm.Protocol;

/// <summary>What arrived is not a sequence of gRPC frames.</summary>
internal sealed class GrpcFramingException(string message, Exception? inner = null)
    : IOException(message, inner);
