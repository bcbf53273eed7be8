using Microsoft.AspNetCore.Http;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Takes a call to its method, and its end to the caller.</summary>
internal sealed class WireRouter(SwarmModel model, ChangeSignal changes, CancellationToken stopping)
{
    /// <summary>Real managers have these for other managers only.</summary>
    private static readonly HashSet<string> ManagersOnly =
    [
        "Control",
        "Logs",
        "Watch",
        "Health",
        "Raft",
        "RaftMembership",
    ];

    private readonly CertificateService certificates = new(model);
    private readonly DispatcherService dispatcher = new(model, changes);

    public async Task HandleAsync(HttpContext http)
    {
        var call = new GrpcCall(http);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, stopping);
        try
        {
            await RouteAsync(call, end.Token);
            call.Finish(GrpcStatusCode.Ok);
        }
        catch (SwarmRefusal refusal)
        {
            call.Finish(refusal.Code, refusal.Message);
        }
        catch (OperationCanceledException) when (call.Aborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (OperationCanceledException)
        {
            call.Finish(GrpcStatusCode.Unavailable, "the manager is stopping");
        }
        catch (Exception e)
        {
            // The edge: a fault in here is the caller's "internal error", with its reason, not a reset stream.
            call.Finish(GrpcStatusCode.Internal, e.Message);
        }
    }

    private Task RouteAsync(GrpcCall call, CancellationToken cancellation) =>
        call.Method switch
        {
            SwarmMethods.GetRootCaCertificate => certificates.RootAsync(call),
            SwarmMethods.IssueNodeCertificate => certificates.IssueAsync(call),
            SwarmMethods.NodeCertificateStatus => certificates.StatusAsync(call),
            SwarmMethods.Session => dispatcher.SessionAsync(call, cancellation),
            SwarmMethods.Heartbeat => dispatcher.HeartbeatAsync(call),
            SwarmMethods.Assignments => dispatcher.AssignmentsAsync(call, cancellation),
            SwarmMethods.UpdateTaskStatus => dispatcher.UpdateTaskStatusAsync(call),
            var other => throw Refused(call, other),
        };

    private SwarmRefusal Refused(GrpcCall call, string method)
    {
        var service = method.Split('/').ElementAtOrDefault(1)?.Split('.')[^1] ?? "";
        if (ManagersOnly.Contains(service))
        {
            PeerAuthorization.Manager(call.Peer, model.ClusterId);
        }

        return new SwarmRefusal(
            GrpcStatusCode.Unimplemented,
            $"the simulated Swarm manager has no method {method}"
        );
    }
}
