using Mullion.Core.Orchestrators;
using Mullion.Docker;
using Mullion.Docker.Nodes;
using Mullion.Docker.Tasks;
using NodeStatus = Mullion.Core.Orchestrators.NodeStatus;

namespace Mullion.Swarm.Orchestration;

/// <summary>Nodes through a manager's Engine API.</summary>
internal static class SwarmNodes
{
    /// <summary>Sets labels, takes out those whose value is null, and sets the availability where one is given.</summary>
    public static Task UpdateAsync(
        IDockerClient client,
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

    /// <summary>What runs on a node, or is still to stop there.</summary>
    public static async Task<IReadOnlyList<NodeTask>> TasksAsync(
        IDockerClient client,
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

    /// <summary>Deletes a node that is down.</summary>
    public static async Task DeleteAsync(
        IDockerClient client,
        string nodeId,
        CancellationToken cancellation
    )
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

    /// <summary>A node, of which one that has not reported yet describes itself with nulls.</summary>
    public static NodeStatus Status(SwarmNode node) =>
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
