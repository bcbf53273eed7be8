using Mullion.Lab.Faults;
using Mullion.Simulation;

namespace Mullion.Lab.Hosts;

/// <summary>What is told of a host to whoever asks the lab.</summary>
internal static class HostStatus
{
    public static LabHostStatus Of(LabHost host, LabHostState state)
    {
        var faults = host.Host.Faults.Faults.Select(FaultLanguage.Describe).ToList();
        return host.Host.Read(now => new LabHostStatus(
            host.Name,
            state,
            now.Machine.Build,
            now.Machine.Core,
            Address(now),
            now.Operations,
            now.Machine.Boot,
            faults
        ));
    }

    /// <summary>The IPv4 address of its NIC, whoever holds the NIC at the moment.</summary>
    public static string Address(SimulatedHost host) => host.Read(Address);

    private static string Address(HostState state) =>
        state
            .Adapters.Where(a => a.Physical)
            .SelectMany(a => a.Addresses)
            .FirstOrDefault(a => a.Contains('.'))
        ?? "";
}
