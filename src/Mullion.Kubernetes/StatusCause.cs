namespace Mullion.Kubernetes;

/// <summary>One of the reasons of a refusal.</summary>
/// <param name="Field">The path of the field, such as <c>spec.taints[0].effect</c>; null when no field is meant.</param>
/// <param name="Reason">As one word for programs, such as <c>FieldValueRequired</c> or <c>DisruptionBudget</c>.</param>
/// <param name="Message">For people.</param>
public sealed record StatusCause(string? Field, string? Reason, string? Message);
