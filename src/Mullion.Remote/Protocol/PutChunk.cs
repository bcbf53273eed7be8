namespace Mullion.Remote.Protocol;

/// <summary>A part of a package.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Data">The bytes; base64 on the wire.</param>
/// <param name="Last">True when nothing follows.</param>
internal sealed record PutChunk(long Offset, byte[] Data, bool Last);
