using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// The manager says no. The same refusal goes over the wire as a gRPC status and through the Engine API
/// as <c>rpc error: code = … desc = …</c>.
/// </summary>
internal sealed class SwarmRefusal(GrpcStatusCode code, string text) : Exception(text)
{
    public GrpcStatusCode Code { get; } = code;

    /// <summary>How Go prints it, which is what dockerd passes on.</summary>
    public string RpcText => $"rpc error: code = {Code} desc = {Message}";
}
