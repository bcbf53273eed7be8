using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Service Dispatcher: the life of a worker.</summary>
internal sealed class DispatcherService(SwarmModel model, ChangeSignal changes)
{
    private static readonly string[] KeyUses = ["networking:gossip", "networking:ipsec"];

    private readonly EncryptionKey[] keys = model.Do(BootstrapKeys);

    /// <summary>Registers the node, then tells it of itself as often as something changes.</summary>
    public async Task SessionAsync(GrpcCall call, CancellationToken cancellation)
    {
        var request = await call.ReadAsync(SessionRequest.Parser);
        var id = Authorize(call);
        var session = model.Do(_ =>
            model.Nodes.Register(
                model.Nodes.Require(id),
                NodeMessages.Facts(request.Description),
                call.PeerAddress,
                request.SessionId,
                implied: false
            )
        );
        SessionMessage? told = null;
        while (true)
        {
            var next = changes.Next;
            var now = model.Do(state =>
                NodeMessages.Session(state, RequireSession(id, session), keys)
            );
            if (!now.Equals(told))
            {
                await call.WriteAsync(now, cancellation);
                told = now;
            }

            await next.WaitAsync(cancellation);
        }
    }

    public async Task HeartbeatAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(HeartbeatRequest.Parser);
        var id = Authorize(call);
        var period = model.Do(state =>
        {
            RequireSession(id, request.SessionId).LastHeartbeat = state.Now;
            return state.HeartbeatPeriod;
        });
        await call.WriteAsync(
            new HeartbeatResponse { Period = Duration.FromTimeSpan(period) },
            call.Aborted
        );
    }

    public async Task UpdateTaskStatusAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(UpdateTaskStatusRequest.Parser);
        var id = Authorize(call);
        model.Do(_ =>
        {
            var node = RequireSession(id, request.SessionId);
            foreach (var update in request.Updates)
            {
                if (update.Status is { } status)
                {
                    model.Reports.Take(node, update.TaskId, status);
                }
            }

            return 0;
        });
        await call.WriteAsync(new UpdateTaskStatusResponse(), call.Aborted);
    }

    /// <summary>All of the node's tasks, then what changes of them.</summary>
    public async Task AssignmentsAsync(GrpcCall call, CancellationToken cancellation)
    {
        var request = await call.ReadAsync(AssignmentsRequest.Parser);
        var id = Authorize(call);
        Dictionary<string, SwarmTask>? told = null;
        var sequence = 0;
        while (true)
        {
            var next = changes.Next;
            var now = model.Do(state =>
            {
                RequireSession(id, request.SessionId);
                return TaskMessages.AssignedTo(state, id);
            });
            var message = Increment(told, now);
            if (told is null || message.Changes.Count > 0)
            {
                message.AppliesTo = told is null ? "" : Sequence(sequence);
                message.ResultsIn = Sequence(++sequence);
                await call.WriteAsync(message, cancellation);
                told = now;
            }

            await next.WaitAsync(cancellation);
        }
    }

    private static AssignmentsMessage Increment(
        Dictionary<string, SwarmTask>? told,
        Dictionary<string, SwarmTask> now
    )
    {
        var message = new AssignmentsMessage
        {
            Type = told is null ? AssignmentsType.Complete : AssignmentsType.Incremental,
        };
        foreach (var task in now.Values)
        {
            if (
                told?.GetValueOrDefault(task.Id) is not { } before
                || !TaskMessages.Stable(before).Equals(TaskMessages.Stable(task))
            )
            {
                message.Changes.Add(
                    new AssignmentChange { Assignment = new Assignment { Task = task } }
                );
            }
        }

        foreach (var gone in (told ?? []).Values.Where(task => !now.ContainsKey(task.Id)))
        {
            message.Changes.Add(
                new AssignmentChange
                {
                    Assignment = new Assignment { Task = gone },
                    Action = AssignmentAction.Remove,
                }
            );
        }

        return message;
    }

    private string Authorize(GrpcCall call) => PeerAuthorization.Node(call.Peer, model.ClusterId);

    private ModelNode RequireSession(string nodeId, string session)
    {
        var node = model.Nodes.Require(nodeId);
        NodeRegistry.RequireSession(node, session);
        return node;
    }

    private static string Sequence(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Three of each use, as managers hand out; nothing here is encrypted with them.</summary>
    private static EncryptionKey[] BootstrapKeys(SwarmState state) =>
        [
            .. KeyUses.SelectMany(use =>
                Enumerable
                    .Range(1, 3)
                    .Select(time => new EncryptionKey
                    {
                        Subsystem = use,
                        Key = ByteString.CopyFrom(state.Ids.Bytes(16)),
                        LamportTime = (ulong)time,
                    })
            ),
        ];
}
