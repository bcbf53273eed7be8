namespace Mullion.Core.Hosts;

/// <summary>
/// The host went away in the middle: power, restart, or the way to it. No step has failed by it; the next run goes on from what
/// the journal says.
/// </summary>
public class HostLostException(string message, Exception? inner = null) : Exception(message, inner);
