using Mullion.Core.Convergence.Plans;
using Mullion.Core.Resources;

namespace Mullion.Cli.Output.Documents;

/// <summary>What would be done with one resource.</summary>
internal sealed record StepDocument
{
    /// <summary>The resource's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it lives.</summary>
    public required Side Side { get; init; }

    /// <summary>Where people find it.</summary>
    public required Heading Heading { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>What would be done.</summary>
    public required PlanAction Action { get; init; }

    /// <summary>True when <c>--until</c> stops before it.</summary>
    public bool Later { get; init; }

    /// <summary>Field by field.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>What it does to others; null for nothing.</summary>
    public Impact? Impact { get; init; }

    /// <summary>Why, where that is not plain.</summary>
    public string? Reason { get; init; }

    /// <summary>True when it is as wanted, and only the journal lacks a record.</summary>
    public bool RecordOnly { get; init; }

    /// <summary>Changes when what was found, or what is wanted, does.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether anything would be changed now.</summary>
    internal bool Changing =>
        !Later && Action is (PlanAction.Create or PlanAction.Update or PlanAction.Remove);
}
