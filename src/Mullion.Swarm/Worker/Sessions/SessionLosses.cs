using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>Tells from a manager's error what the end of a session means.</summary>
internal static class SessionLosses
{
    public static SessionLoss Of(Exception error) =>
        error switch
        {
            GrpcException { Code: GrpcStatusCode.InvalidArgument or GrpcStatusCode.NotFound } =>
                SessionLoss.Invalid,
            GrpcException { Code: GrpcStatusCode.PermissionDenied }
                when Says(error, "removed from swarm") => SessionLoss.Removed,
            GrpcException { Code: GrpcStatusCode.Unavailable } when Says(error, "rate limit") =>
                SessionLoss.RateLimited,
            ManagerCertificateException { OtherRoot: true } => SessionLoss.Untrusted,
            GrpcException { Code: GrpcStatusCode.Unavailable } when RefusesCertificate(error) =>
                SessionLoss.Untrusted,
            _ => SessionLoss.Lost,
        };

    /// <summary>TLS alerts, in the words of OpenSSL.</summary>
    private static bool RefusesCertificate(Exception error) =>
        Says(error, "alert bad certificate")
        || Says(error, "alert unknown ca")
        || Says(error, "alert certificate unknown");

    private static bool Says(Exception error, string text) =>
        error.Message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
