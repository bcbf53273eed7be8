using System.Text.Json.Serialization;
using Mullion.Core.Resources;

namespace Mullion.Core.Convergence.Plans;

/// <summary>What a run would do with one resource.</summary>
/// <param name="Id">The resource's id.</param>
/// <param name="Side">Who does it.</param>
/// <param name="Heading">Where people find it.</param>
/// <param name="Title">What the resource is.</param>
/// <param name="Action">What would be done.</param>
public sealed record PlanStep(
    string Id,
    Side Side,
    Heading Heading,
    string Title,
    PlanAction Action
)
{
    /// <summary>Field by field.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>What it does to others.</summary>
    public Impact Impact { get; init; } = Impact.None;

    /// <summary>What is there now; null for nothing.</summary>
    public ResourceState? Actual { get; init; }

    /// <summary>Why it is needed, where that is not plain.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// True when the host is as wanted and only the journal lacks a record, because a power cut came between.
    /// </summary>
    public bool RecordOnly { get; init; }

    /// <summary>
    /// Digest of what was found and what is wanted, but for fields that change by themselves: while it stands, the plan does.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether anything would be changed.</summary>
    [JsonIgnore]
    public bool Changing => Action is PlanAction.Create or PlanAction.Update or PlanAction.Remove;
}
