using Mullion.Lab.Faults;
using Mullion.Simulation;

namespace Mullion.Lab.Hosts;

/// <summary>What is told of a host to whoever asks the lab.</summary>
internal static class HostStatus
{
    public static LabHostStatus Of(LabHost host, LabHostState state) =>
        new(
            host.Name,
            state,
            host.Host.State.Machine.Build,
            host.Host.State.Machine.Core,
            Address(host.Host),
            host.Host.Operations,
            host.Host.State.Machine.Boot,
            [.. host.Host.Faults.Faults.Select(FaultLanguage.Describe)]
        );

    /// <summary>The IPv4 address of its NIC, whoever holds the NIC at the moment.</summary>
    public static string Address(SimulatedHost host) =>
        host.State.Adapters.Where(a => a.Physical)
            .SelectMany(a => a.Addresses)
            .FirstOrDefault(a => a.Contains('.'))
        ?? "";
}
