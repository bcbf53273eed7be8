namespace Mullion.Kubernetes.Objects;

/// <summary>A condition on a label or a field.</summary>
public sealed record SelectorRequirement : OpenRecord
{
    /// <summary>The label's key, or the field's path.</summary>
    public string? Key { get; init; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c>, <c>DoesNotExist</c>; for nodes <c>Gt</c> and <c>Lt</c> too.</summary>
    public string? Operator { get; init; }

    /// <summary>Values that the operator needs.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
