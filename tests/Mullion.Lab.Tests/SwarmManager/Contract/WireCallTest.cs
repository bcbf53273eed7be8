using System.Text.Json.Nodes;
using Google.Protobuf;
using Mullion.Lab.Gateways;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Connections;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>A test that makes the protocol's calls one by one.</summary>
public abstract class WireCallTest : ContractTest
{
    private protected IManagerConnection Anonymous() =>
        new ManagerConnector(Manager.Clock).Connect(
            ManagerAddress.Parse(Manager.ClusterAddress),
            new ManagerTrust(null, SwarmNames.Ca, null)
        );

    private protected IManagerConnection As(SwarmIdentity identity) =>
        new ManagerConnector(Manager.Clock).Connect(
            ManagerAddress.Parse(Manager.ClusterAddress),
            new ManagerTrust(identity.RootPem, SwarmNames.Manager, WireIdentity.ToWorker(identity))
        );

    /// <summary>Opens a session and leaves its stream after the first message.</summary>
    private protected async Task<SessionMessage> FirstAsync(
        IManagerConnection connection,
        string sessionId,
        string os = ""
    )
    {
        var request = new SessionRequest
        {
            SessionId = sessionId,
            Description = new NodeDescription
            {
                Hostname = Name,
                Platform = new Platform { Os = os, Architecture = "x86_64" },
                Resources = new Resources(),
                Engine = new EngineDescription(),
            },
        };
        await foreach (
            var message in connection.StreamAsync(
                SwarmMethods.Session,
                request,
                SessionMessage.Parser,
                default
            )
        )
        {
            return message;
        }

        throw new InvalidOperationException("The session ended without a message.");
    }

    private protected static bool Has(JsonNode task, string state) => State(task) == state;

    private protected static Task RejectAsync(
        IManagerConnection connection,
        SessionMessage session,
        string task
    )
    {
        var request = new UpdateTaskStatusRequest { SessionId = session.SessionId };
        request.Updates.Add(
            new TaskStatusUpdate
            {
                TaskId = task,
                Status = new SwarmTaskStatus
                {
                    State = TaskState.Rejected,
                    Message = "preparing",
                    Err = "No such image: shop/web:1",
                },
            }
        );
        return connection.CallAsync(
            SwarmMethods.UpdateTaskStatus,
            request,
            UpdateTaskStatusResponse.Parser,
            default
        );
    }

    private protected static Task<HeartbeatResponse> HeartbeatAsync(
        IManagerConnection connection,
        string sessionId
    ) =>
        connection.CallAsync(
            SwarmMethods.Heartbeat,
            new HeartbeatRequest { SessionId = sessionId },
            HeartbeatResponse.Parser,
            default
        );

    private protected static Task<IssueNodeCertificateResponse> IssueAsync(
        IManagerConnection connection,
        string csr,
        string token
    ) =>
        connection.CallAsync(
            SwarmMethods.IssueNodeCertificate,
            new IssueNodeCertificateRequest { Csr = ByteString.CopyFromUtf8(csr), Token = token },
            IssueNodeCertificateResponse.Parser,
            default
        );

    private protected static Task<GrpcException> RefusedAsync<T>(Func<Task<T>> call) =>
        Should.ThrowAsync<GrpcException>(async () => await call());
}
