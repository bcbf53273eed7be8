namespace Mullion.Core.Specs.Engines;

/// <summary>An engine package that is known by version.</summary>
/// <param name="Version">The version, such as <c>28.2.2</c>.</param>
/// <param name="Url">Where the zip archive is downloaded.</param>
/// <param name="Sha256">
/// Its checksum in lower-case hexadecimal; null when none is known, and then the spec has to bring it.
/// </param>
public sealed record EngineCatalogueEntry(string Version, string Url, string? Sha256);
