namespace Mullion.Swarm.Protocol;

/// <summary>Request paths of the calls that a worker makes to a manager.</summary>
internal static class SwarmMethods
{
    private const string Package = "/docker.swarmkit.v1.";

    /// <summary>Needs no certificate: the token's digest verifies the answer.</summary>
    public const string GetRootCaCertificate = Package + "CA/GetRootCACertificate";

    /// <summary>Needs a token, or the node's certificate for a renewal.</summary>
    public const string IssueNodeCertificate = Package + "NodeCA/IssueNodeCertificate";

    /// <summary>Blocks until the certificate is issued or refused.</summary>
    public const string NodeCertificateStatus = Package + "NodeCA/NodeCertificateStatus";

    /// <summary>Server stream of <see cref="SessionMessage"/>.</summary>
    public const string Session = Package + "Dispatcher/Session";

    public const string Heartbeat = Package + "Dispatcher/Heartbeat";

    public const string UpdateTaskStatus = Package + "Dispatcher/UpdateTaskStatus";

    /// <summary>Server stream of <see cref="AssignmentsMessage"/>.</summary>
    public const string Assignments = Package + "Dispatcher/Assignments";

    /// <summary>Server stream of <see cref="SubscriptionMessage"/>: whose logs somebody wants to see.</summary>
    public const string ListenSubscriptions = Package + "LogBroker/ListenSubscriptions";

    /// <summary>Client stream of <see cref="PublishLogsMessage"/>: the logs of one subscription.</summary>
    public const string PublishLogs = Package + "LogBroker/PublishLogs";
}
