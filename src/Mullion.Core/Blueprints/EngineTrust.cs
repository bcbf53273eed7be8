namespace Mullion.Core.Blueprints;

/// <summary>What an engine trusts and shows, where the spec says it.</summary>
/// <param name="Authority">The authority's certificate, PEM.</param>
/// <param name="Certificate">The one certificate that it is to show, PEM; null for any that is good.</param>
public sealed record EngineTrust(string Authority, string? Certificate);
