using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A task. Touched only under the model's lock.</summary>
internal sealed class ModelTask
{
    public required string Id { get; init; }

    public required ModelService Service { get; init; }

    /// <summary>The service's plan when the task was made: an update of the service does not change it.</summary>
    public required ServicePlan Plan { get; init; }

    public required int TemplateVersion { get; init; }

    /// <summary>From 1; 0 for tasks of global services, which have a node instead.</summary>
    public required int Slot { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ulong Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string NodeId { get; set; } = "";

    public TaskState Desired { get; set; }

    public TaskState State { get; set; }

    public string Message { get; set; } = "";

    public string Error { get; set; } = "";

    public DateTimeOffset StateAt { get; set; }

    public string ContainerId { get; set; } = "";

    public int Pid { get; set; }

    public int ExitCode { get; set; }

    /// <summary>Until then a replacement stays at desired <c>ready</c>.</summary>
    public DateTimeOffset StartAfter { get; set; }

    /// <summary>The task that must have stopped first.</summary>
    public ModelTask? WaitFor { get; set; }

    /// <summary>It ended and its restart policy leaves it at that: its slot counts as filled.</summary>
    public bool Final { get; set; }

    /// <summary>How often this slot was restarted because a task ended.</summary>
    public int Restarts { get; init; }

    public bool Wanted => Desired <= TaskState.Running;

    public bool Ended => State > TaskState.Running;

    /// <summary>The container's name, as engines build it.</summary>
    public string Name => $"{Plan.Name}.{(Slot > 0 ? Slot.ToString() : NodeId)}.{Id}";
}
