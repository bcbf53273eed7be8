namespace Mullion.Core.Hosts;

/// <summary>How far a pull is.</summary>
/// <param name="Bytes">Bytes of the layers that came.</param>
/// <param name="Total">Bytes of the layers whose size is known by now.</param>
public sealed record ImageProgress(long Bytes, long Total);
