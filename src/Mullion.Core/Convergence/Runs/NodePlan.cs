using System.Text.Json.Serialization;
using Mullion.Core.Blueprints;
using Mullion.Core.Convergence.Journals;
using Mullion.Core.Convergence.Plans;
using Mullion.Core.Hosts;
using Mullion.Core.Secrets;

namespace Mullion.Core.Convergence.Runs;

/// <summary>What a run would do with a node on both sides, and what it was made from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Facts">The host.</param>
/// <param name="Inventory">What Mullion owned when it was made.</param>
/// <param name="Blueprint">What the node needs; null when it is to be removed.</param>
public sealed record NodePlan(Plan Plan, HostFacts Facts, Inventory Inventory, Blueprint? Blueprint)
{
    /// <summary>What goes beside the blueprint, as fresh as the plan; empty for a removal, which needs none.</summary>
    [JsonIgnore]
    public SecretBag Secrets { get; init; } = SecretBag.Empty;

    /// <summary>Whether the run makes the host known to belong to its cluster, which is something to do.</summary>
    public bool Claims { get; init; }

    /// <summary>
    /// Whether there is nothing to do: no change, and no record that an interruption kept from being written.
    /// </summary>
    public bool Settled =>
        Plan.Empty
        && !Claims
        && !Plan.Steps.Any(s => s.RecordOnly)
        && (Inventory.Resources.IsEmpty || Inventory.LastOutcome == RunOutcome.Done);
}
