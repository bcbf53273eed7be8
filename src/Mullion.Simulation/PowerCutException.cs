using Mullion.Core.Hosts;

namespace Mullion.Simulation;

/// <summary>
/// The simulated machine is down: its power was cut, or it is restarting. Thrown by the operation that the cut hit and by
/// every later one until <see cref="SimulatedHost.Boot"/>.
/// </summary>
/// <remarks>
/// A <see cref="HostLostException"/> and no <see cref="HostException"/>: a program on a machine that lost its power does not
/// get to handle anything, so nothing may catch this as an ordinary failure.
/// </remarks>
/// <param name="computer">The computer name.</param>
/// <param name="operation">The operation that found the machine down, such as <c>files.write C:\a</c>.</param>
/// <param name="number">That operation's number since the host was made.</param>
public sealed class PowerCutException(string computer, string operation, int number)
    : HostLostException($"simulated {computer} is down at operation {number} ({operation})")
{
    /// <summary>The operation that found the machine down.</summary>
    public string Operation { get; } = operation;

    /// <summary>Its number since the host was made.</summary>
    public int Number { get; } = number;
}
