using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Sessions;

/// <summary>The worker's own node object in the form for observers.</summary>
internal static class WorkerNodes
{
    public static WorkerNode From(Node node) =>
        new(
            (WorkerAvailability)(node.Spec?.Availability ?? NodeAvailability.Active),
            node.Spec?.Annotations?.Labels.ToDictionary() ?? [],
            node.Status?.Addr ?? ""
        )
        {
            NetworkIds = [.. node.Attachments.Select(a => a.Network.Id)],
        };

    public static bool Same(WorkerNode? a, WorkerNode b) =>
        a is not null
        && a.Availability == b.Availability
        && a.Address == b.Address
        && a.NetworkIds.SequenceEqual(b.NetworkIds)
        && a.Labels.Count == b.Labels.Count
        && a.Labels.All(label =>
            b.Labels.TryGetValue(label.Key, out var value) && value == label.Value
        );
}
