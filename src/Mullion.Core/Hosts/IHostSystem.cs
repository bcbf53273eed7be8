namespace Mullion.Core.Hosts;

/// <summary>What machine this is, and its power button.</summary>
public interface IHostSystem
{
    /// <summary>Reads the facts anew.</summary>
    HostFacts Facts();

    /// <summary>Changes with every boot; equal as long as the machine has not restarted.</summary>
    string BootId { get; }

    /// <summary>
    /// Asks Windows to restart and returns at once; the machine goes down shortly after, whatever is running.
    /// </summary>
    /// <param name="reason">Shown in the event log.</param>
    void Reboot(string reason);
}
