namespace Mullion.Remote.Protocol;

/// <summary>Body of <c>put</c>.</summary>
internal sealed record PutBody(string Sha256);
