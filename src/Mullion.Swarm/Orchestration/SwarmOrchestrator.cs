using Mullion.Core;
using Mullion.Core.Orchestrators;
using Mullion.Core.Specs;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Nodes;
using Mullion.Docker.Tasks;
using Mullion.Swarm.Protocol;
using NodeStatus = Mullion.Core.Orchestrators.NodeStatus;

namespace Mullion.Swarm.Orchestration;

/// <summary>A swarm through the Engine API of one of its managers.</summary>
/// <param name="client">Connected to a manager.</param>
/// <param name="clock">Stands in where the manager does not tell its time.</param>
public sealed class SwarmOrchestrator(IDockerClient client, TimeProvider clock)
    : IOrchestrator,
        IDisposable
{
    /// <summary>The manager that a spec names. Nothing is sent yet.</summary>
    public static SwarmOrchestrator Connect(SwarmSpec spec, TimeProvider clock)
    {
        var tls = spec.Tls is { } files
            ? new DockerTls(files.Ca.FullPath, files.Cert.FullPath, files.Key.FullPath)
            : null;
        var endpoint = DockerEndpoint.Parse(spec.Manager.ToString(), tls);
        return new SwarmOrchestrator(
            new DockerClient(endpoint, new DockerClientOptions { Time = clock }),
            clock
        );
    }

    /// <inheritdoc/>
    public async Task<ClusterFacts> InspectAsync(CancellationToken cancellation)
    {
        var info = await client.Engine.InfoAsync(cancellation);
        if (!info.Swarm.ControlAvailable)
        {
            throw new MullionException(
                info.Swarm.IsMember
                    ? $"The engine at {client.Endpoint} is a worker of a swarm ({info.Swarm.LocalNodeState}), not a manager."
                    : $"The engine at {client.Endpoint} is in no swarm ({info.Swarm.LocalNodeState}).",
                info.Swarm.IsMember
                    ? "Point orchestrator.swarm.manager at a manager."
                    : "Run `docker swarm init` there if it is to be a manager; Mullion never does that by itself."
            );
        }

        var swarm = await client.Swarm.InspectAsync(cancellation);
        var managers = await client.Nodes.ListAsync(
            new NodeFilter { Roles = ["manager"] },
            cancellation
        );
        return new ClusterFacts(
            swarm.Id,
            info.ServerVersion,
            info.OperatingSystem?.Contains("simulated", StringComparison.OrdinalIgnoreCase) == true,
            info.SystemTime ?? clock.GetUtcNow(),
            [
                .. managers
                    .Where(m => m.ManagerStatus is { Addr.Length: > 0 })
                    .OrderByDescending(m => m.ManagerStatus!.Leader)
                    .Select(m => m.ManagerStatus!.Addr),
            ],
            JoinToken.Parse(swarm.JoinTokens.Worker).CaDigest,
            swarm.JoinTokens.Worker
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancellation) =>
        [.. (await client.Nodes.ListAsync(null, cancellation)).Select(Status)];

    /// <inheritdoc/>
    public Task UpdateNodeAsync(
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    ) =>
        client.Nodes.UpdateAsync(
            nodeId,
            spec =>
            {
                var merged = new SortedDictionary<string, string>(
                    spec.Labels.ToDictionary(),
                    StringComparer.Ordinal
                );
                foreach (var (key, value) in labels)
                {
                    if (value is null)
                    {
                        merged.Remove(key);
                    }
                    else
                    {
                        merged[key] = value;
                    }
                }

                return spec with
                {
                    Labels = merged,
                    Availability = availability ?? spec.Availability,
                };
            },
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NodeTask>> TasksAsync(
        string nodeId,
        CancellationToken cancellation
    )
    {
        var tasks = await client.Tasks.ListAsync(new TaskFilter { Nodes = [nodeId] }, cancellation);
        if (tasks.Count == 0)
        {
            return [];
        }

        var services = (await client.Services.ListAsync(cancellation: cancellation)).ToDictionary(
            s => s.Id,
            s => s.Spec.Name
        );
        return
        [
            .. tasks.Select(t => new NodeTask(
                t.Id,
                $"{services.GetValueOrDefault(t.ServiceId ?? "") ?? t.ServiceId}.{(t.Slot > 0 ? t.Slot.ToString() : t.NodeId)}",
                t.Status.State,
                t.DesiredState
            )),
        ];
    }

    /// <inheritdoc/>
    public async Task DeleteNodeAsync(string nodeId, CancellationToken cancellation)
    {
        try
        {
            await client.Nodes.DeleteAsync(nodeId, force: false, cancellation);
        }
        catch (DockerApiException e) when (e.Status == System.Net.HttpStatusCode.NotFound)
        {
            // Somebody else deleted it first: it is gone, which is what was wanted.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // A node that has not reported yet describes itself with nulls.
    private static NodeStatus Status(SwarmNode node) =>
        new(
            node.Id,
            node.Hostname ?? "",
            node.Status.State,
            node.Status.Message ?? "",
            node.Spec.Availability,
            node.Spec.Role,
            node.ManagerStatus?.Leader == true,
            node.Description.Platform.Os ?? "",
            node.Description.Platform.Architecture ?? "",
            node.Description.Engine.EngineVersion ?? "",
            node.Status.Addr ?? "",
            node.Spec.Labels
        );
}
