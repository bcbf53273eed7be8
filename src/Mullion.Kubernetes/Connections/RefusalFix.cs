using System.Net;

namespace Mullion.Kubernetes.Connections;

/// <summary>What can be done about a refusal; null where the server's words say it.</summary>
internal static class RefusalFix
{
    public static string? For(HttpStatusCode code, StatusAnswer status, ApiRequest request) =>
        (code, status.Reason) switch
        {
            (HttpStatusCode.Unauthorized, _) =>
                "The credentials are unknown, withdrawn or expired: log on again, or take a newer kubeconfig or token.",
            (HttpStatusCode.Forbidden, _) =>
                "Ask an administrator of the cluster for this right; `kubectl auth can-i --list` shows those you have.",
            (HttpStatusCode.NotFound, _) when status.Details is not { Name.Length: > 0 } =>
                "This server has no such path: check the address of the cluster and its version.",
            (HttpStatusCode.Conflict, "AlreadyExists") => null,
            (HttpStatusCode.Conflict, _) =>
                "Somebody else changed or replaced it in the meantime: run the command again, which reads it anew.",
            (HttpStatusCode.Gone, _) => "Run the command again, which reads the state anew.",
            (HttpStatusCode.TooManyRequests, _) when IsBudget(status) =>
                "Wait until enough pods of that budget are ready elsewhere, or ask its owner to allow more.",
            (HttpStatusCode.TooManyRequests, _) => "The server is overloaded: try again later.",
            (HttpStatusCode.InternalServerError, _)
                when status.Message?.Contains(
                    "more than one PodDisruptionBudget",
                    StringComparison.Ordinal
                ) == true =>
                "Change the selectors of the namespace's PodDisruptionBudgets so that only one matches the pod.",
            (HttpStatusCode.InternalServerError, _)
                when request.Path.EndsWith("/eviction", StringComparison.Ordinal) => null,
            (HttpStatusCode.GatewayTimeout or HttpStatusCode.ServiceUnavailable, _) =>
                "The server, or its etcd, is starting or overloaded: try again, and look at `kubectl get --raw /readyz?verbose`.",
            (HttpStatusCode.BadGateway, _) =>
                "What stands in front of the API server does not reach it: check that load balancer or proxy.",
            (HttpStatusCode.UnsupportedMediaType or HttpStatusCode.NotAcceptable, _) =>
                "The server does not speak the format that is needed here: check its version, and that nothing in between changes headers.",
            (>= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest, _) =>
                "The server sends the client elsewhere, which no Kubernetes API does: check its address in the kubeconfig.",
            _ => null,
        };

    private static bool IsBudget(StatusAnswer status) =>
        status.Details?.Causes?.Any(c => c.Reason == "DisruptionBudget") == true;
}
