using System.Text.Json.Nodes;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A service. Touched only under the model's lock.</summary>
internal sealed class ModelService
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ulong Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The spec as the Engine API shows it, defaults filled in.</summary>
    public required JsonObject Spec { get; set; }

    public JsonObject? PreviousSpec { get; set; }

    /// <summary>What the scheduler reads of the spec.</summary>
    public required ServicePlan Plan { get; set; }

    /// <summary>Raised when the task template changes; tasks of an older one are replaced.</summary>
    public int TemplateVersion { get; set; }

    public required string VirtualIp { get; init; }
}
