namespace Mullion.Core.Specs.Binding;

/// <summary>Why a text is not the value that is wanted.</summary>
/// <param name="Reason">A phrase.</param>
/// <param name="Fix">A sentence.</param>
/// <param name="IsSecret">The text may hold a password and must not be repeated.</param>
internal sealed record Refusal(string Reason, string Fix, bool IsSecret = false);
