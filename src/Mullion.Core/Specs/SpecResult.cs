using System.Diagnostics.CodeAnalysis;

namespace Mullion.Core.Specs;

/// <summary>What came of loading a spec file: a valid spec, or every reason why it is none.</summary>
public sealed record SpecResult
{
    /// <summary>The spec; null when there are errors.</summary>
    public ClusterSpec? Spec { get; init; }

    /// <summary>Everything that is wrong, in the order of the file; empty when there is a spec.</summary>
    public required IReadOnlyList<SpecError> Errors { get; init; }

    /// <summary>True when there is a spec to work with.</summary>
    [MemberNotNullWhen(true, nameof(Spec))]
    public bool IsValid => Spec is not null;
}
