using Mullion.Core.Findings;

namespace Mullion.Cli.Output.Documents;

/// <summary>What would be changed for one node, and what stands in the way.</summary>
internal sealed record NodePlanDocument
{
    /// <summary>The node.</summary>
    public required string Name { get; init; }

    /// <summary>Its host as the spec names it.</summary>
    public required string Host { get; init; }

    /// <summary><c>changes</c>, <c>unchanged</c>, <c>refused</c>, <c>conflict</c> or <c>failed</c> (there is no plan).</summary>
    public required PlanVerdict Verdict { get; init; }

    /// <summary>What the host is, in words; null when it did not answer.</summary>
    public string? System { get; init; }

    /// <summary>Whether the host is a simulated one.</summary>
    public bool Simulated { get; init; }

    /// <summary>Changes when what was found, or what would be done, does.</summary>
    public string? Digest { get; init; }

    /// <summary>What the run does to those who use the host.</summary>
    public ImpactDocument? Impact { get; init; }

    /// <summary>Resource by resource.</summary>
    public IReadOnlyList<StepDocument> Steps { get; init; } = [];

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Counts.</summary>
    public PlanSummary Summary { get; init; } = PlanSummary.Zero;

    /// <summary>Why there is no plan.</summary>
    public ErrorDetail? Error { get; init; }
}
