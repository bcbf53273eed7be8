using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>A request that ends in an error status, with dockerd's words.</summary>
internal sealed class EngineError(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static EngineError NotFound(string kind, string name) =>
        new(404, $"{kind} {name} not found");

    /// <summary>dockerd's statuses for the manager's codes, as observed with 20.10.24.</summary>
    public static int StatusOf(GrpcStatusCode code) =>
        code switch
        {
            GrpcStatusCode.InvalidArgument or GrpcStatusCode.FailedPrecondition => 400,
            GrpcStatusCode.PermissionDenied => 403,
            GrpcStatusCode.NotFound => 404,
            GrpcStatusCode.AlreadyExists => 409,
            GrpcStatusCode.Unimplemented => 501,
            GrpcStatusCode.Unavailable => 503,
            _ => 500,
        };

    public static EngineResponse Response(SwarmRefusal refusal) =>
        EngineResponse.Error(StatusOf(refusal.Code), refusal.RpcText);
}
