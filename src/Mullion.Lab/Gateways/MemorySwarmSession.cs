using Mullion.Lab.SwarmManager.Model;
using Mullion.Simulation.Swarm;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.Gateways;

/// <summary>A worker's life in a <see cref="SwarmModel"/>: heartbeats are implied until it is disposed.</summary>
internal sealed class MemorySwarmSession(
    SwarmModel? swarm,
    SwarmIdentity identity,
    ISwarmTasks tasks
) : ISwarmSession
{
    /// <summary>The words of the worker that speaks the wire protocol.</summary>
    private const string Lost = "the container did not survive the restart of the engine";

    private readonly HashSet<string> started = [];
    private string session = "";
    private int pending;
    private bool disposed;

    public string State { get; private set; } = "pending";

    public string Error { get; private set; } = "";

    public SwarmIdentity Identity => identity;

    public void Open(NodeFacts facts, string address)
    {
        if (swarm is null)
        {
            // Nobody answers; the engine tries for ever.
            return;
        }

        try
        {
            var ingress = swarm.Do(state =>
            {
                var node = swarm.Nodes.Require(identity.NodeId);
                session = swarm.Nodes.Register(node, facts, address, session, implied: true);
                return state.IngressId;
            });
            State = "active";
            tasks.Attach([ingress]);
            swarm.Changed += OnChanged;
            Pump();
        }
        catch (SwarmRefusal refusal)
        {
            Fail(refusal);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            if (swarm is not null)
            {
                swarm.Changed -= OnChanged;
                swarm.Do(LoseHeart);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The managers are not told: silence begins.</summary>
    private int LoseHeart(SwarmState state)
    {
        if (state.FindNode(identity.NodeId) is { } node && node.Session == session)
        {
            node.HeartbeatImplied = false;
            node.LastHeartbeat = state.Now;
        }

        return 0;
    }

    private void OnChanged(object? sender, EventArgs e) => Pump();

    /// <summary>
    /// Does what the manager wants now. Changes that come while it works, from its own reports or another thread,
    /// make it look again rather than work twice at a time.
    /// </summary>
    private void Pump()
    {
        if (Interlocked.Increment(ref pending) > 1)
        {
            return;
        }

        int seen;
        do
        {
            seen = Volatile.Read(ref pending);
            if (!disposed && State == "active")
            {
                Work();
            }
        } while (Interlocked.CompareExchange(ref pending, 0, seen) != seen);
    }

    private void Work()
    {
        try
        {
            var assigned = swarm!.Do(state =>
            {
                NodeRegistry.RequireSession(swarm.Nodes.Require(identity.NodeId), session);
                return Assignment.Of(state, identity.NodeId);
            });
            foreach (var task in assigned)
            {
                Do(task);
            }

            foreach (var gone in started.Except(assigned.Select(task => task.Id)).ToList())
            {
                tasks.Stop(gone);
                started.Remove(gone);
            }
        }
        catch (SwarmRefusal refusal)
        {
            Fail(refusal);
        }
    }

    private void Do(Assignment task)
    {
        if (!task.Wanted)
        {
            tasks.Stop(task.Id);
            started.Remove(task.Id);
            Report(task, TaskState.Shutdown, "shutdown");
        }
        else if (task.State > TaskState.Ready)
        {
            if (!started.Contains(task.Id))
            {
                // Another session of this node ran it: the host went down under it.
                tasks.Stop(task.Id);
                Report(task, TaskState.Failed, "lost", Lost);
            }
        }
        else if (task.Run)
        {
            Start(task);
        }
        else if (task.State < TaskState.Ready)
        {
            Report(task, TaskState.Ready, "prepared");
        }
    }

    private void Start(Assignment task)
    {
        try
        {
            var container = tasks.Start(task.Id, task.Name, task.Image);
            started.Add(task.Id);
            Report(
                task,
                TaskState.Running,
                "started",
                container: new ContainerStatus { ContainerId = container }
            );
        }
        catch (SwarmTaskException e)
        {
            Report(task, TaskState.Failed, "starting", e.Message);
        }
    }

    private void Report(
        Assignment task,
        TaskState result,
        string message,
        string error = "",
        ContainerStatus? container = null
    )
    {
        var status = new SwarmTaskStatus
        {
            State = result,
            Message = message,
            Err = error,
            Container = container,
        };
        swarm!.Do(_ =>
        {
            swarm.Reports.Take(swarm.Nodes.Require(identity.NodeId), task.Id, status);
            return 0;
        });
    }

    private void Fail(SwarmRefusal refusal)
    {
        State = "error";
        Error = refusal.RpcText;
    }
}
