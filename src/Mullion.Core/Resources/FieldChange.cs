namespace Mullion.Core.Resources;

/// <summary>One field of a resource that would change.</summary>
/// <param name="Field">The field, as Read names it.</param>
/// <param name="Old">What is there; null for nothing.</param>
/// <param name="New">What will be; null for nothing, or when it is known only later.</param>
/// <param name="KnownAfter">The resource that will tell the new value; null when it is known now.</param>
public sealed record FieldChange(string Field, string? Old, string? New, string? KnownAfter = null)
{
    /// <summary>For people: <c>field: old → new</c>.</summary>
    public override string ToString() =>
        $"{Field}: {Old ?? "(none)"} → {(KnownAfter is null ? New ?? "(none)" : $"(known after {KnownAfter})")}";
}
