namespace Mullion.Core.Resources.Archives;

/// <summary>An archive of known content that a host needs for one of its resources.</summary>
/// <param name="Sha256">Its SHA-256, lower-case hex. The host's cache is searched by it first.</param>
/// <param name="Url">Where the host fetches it; null when it is carried to the host's cache.</param>
/// <param name="Title">What messages call it, such as <c>the engine package 28.2.2</c>.</param>
/// <param name="SpecKey">Where it stands in the spec, such as <c>engine.package</c>.</param>
public sealed record HostArchive(string Sha256, string? Url, string Title, string SpecKey);
