namespace Mullion.Simulation;

/// <summary>Every connection to a simulated host was cut.</summary>
/// <param name="reason">Why, for people.</param>
public sealed class ConnectionLostEventArgs(string reason) : EventArgs
{
    /// <summary>Why, for people.</summary>
    public string Reason { get; } = reason;
}
