using Mullion.Swarm.Protocol;

namespace Mullion.Swarm.Worker.Tasks;

/// <summary>
/// What a task is to run. Environment is part of it and may hold what users should not have put there;
/// the content of secrets and configs is not.
/// </summary>
public sealed record WorkerTask
{
    /// <summary>25 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The container's name: <c>SERVICE.SLOT.ID</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the service.</summary>
    public required string ServiceId { get; init; }

    /// <summary>Name of the service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Which replica, from 1; 0 in global services.</summary>
    public required ulong Slot { get; init; }

    /// <summary>Image reference.</summary>
    public required string Image { get; init; }

    /// <summary>Replaces the image's entry point; empty leaves it.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment, each <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Env { get; init; } = [];

    internal static WorkerTask From(SwarmTask task)
    {
        var container = task.Spec?.Container ?? new ContainerSpec();
        var service = task.ServiceAnnotations?.Name ?? "";
        var slot = task.Slot == 0 ? task.NodeId : $"{task.Slot}";
        return new WorkerTask
        {
            Id = task.Id,
            Name = task.Annotations is { Name.Length: > 0 } named
                ? named.Name
                : $"{service}.{slot}.{task.Id}",
            ServiceId = task.ServiceId,
            ServiceName = service,
            Slot = task.Slot,
            Image = container.Image,
            Command = [.. container.Command],
            Args = [.. container.Args],
            Env = [.. container.Env],
        };
    }
}
