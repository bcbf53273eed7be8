using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.SavedPlans;

/// <summary>A plan that was saved, to be applied exactly or not at all.</summary>
internal sealed record SavedPlan
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>What tells such a file from others.</summary>
    public const string FileKind = "mullion-plan";

    /// <summary>Always <see cref="FileKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The format it was written in.</summary>
    public required int Format { get; init; }

    /// <summary>The program's version that wrote it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The spec's absolute path.</summary>
    public required string SpecPath { get; init; }

    /// <summary>The spec's digest.</summary>
    public required string SpecDigest { get; init; }

    /// <summary>The plan as it was shown; each node's digest tells whether its host has moved since.</summary>
    public required PlanDocument Plan { get; init; }
}
