namespace Mullion.Remote.Protocol;

/// <summary>What of a package the server wants.</summary>
/// <param name="From">It has everything before this offset.</param>
/// <param name="To">Nothing from this offset on may be sent yet.</param>
internal sealed record PutWindow(long From, long To);
