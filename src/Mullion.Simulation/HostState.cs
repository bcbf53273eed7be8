using Mullion.Core.Hosts;
using Mullion.Simulation.Files;
using Mullion.Simulation.Machine;
using Mullion.Simulation.Network;
using Mullion.Simulation.Services;

namespace Mullion.Simulation;

/// <summary>
/// Everything that a simulated host is. Entries are records: tests replace them to perturb a host, and a copy costs no more
/// than its tables. What lives in a process only (the engine's session, locks) is not here.
/// </summary>
public sealed class HostState
{
    /// <summary>The machine itself.</summary>
    public required MachineState Machine { get; set; }

    /// <summary>Files and folders by path.</summary>
    public Dictionary<string, SimulatedFile> Files { get; init; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Services by name.</summary>
    public Dictionary<string, SimulatedService> Services { get; init; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Firewall rules by id.</summary>
    public Dictionary<string, FirewallRule> Firewall { get; init; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Optional features by name.</summary>
    public Dictionary<string, FeatureState> Features { get; init; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Network adapters.</summary>
    public List<SimulatedAdapter> Adapters { get; init; } = [];

    /// <summary>HNS networks.</summary>
    public List<SimulatedHnsNetwork> HnsNetworks { get; init; } = [];

    /// <summary>Static routes.</summary>
    public List<SimulatedRoute> Routes { get; init; } = [];

    /// <summary>Foreign programs that listen.</summary>
    public List<SimulatedListener> Listeners { get; init; } = [];

    /// <summary>Why Windows wants a restart.</summary>
    public List<string> PendingReboot { get; init; } = [];

    /// <summary>What was written to the event log.</summary>
    public List<string> EventLog { get; init; } = [];

    /// <summary>Ids of quirks that this host does not have.</summary>
    public HashSet<string> QuirksOff { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Operations so far.</summary>
    public int Operations { get; set; }

    /// <summary>The next number for ids, interface indexes and processes.</summary>
    public int NextNumber { get; set; } = 10;

    /// <summary>A state that can be changed without changing this one.</summary>
    public HostState Copy() =>
        new()
        {
            Machine = Machine,
            Files = new(Files, StringComparer.OrdinalIgnoreCase),
            Services = new(Services, StringComparer.OrdinalIgnoreCase),
            Firewall = new(Firewall, StringComparer.OrdinalIgnoreCase),
            Features = new(Features, StringComparer.OrdinalIgnoreCase),
            Adapters = [.. Adapters],
            HnsNetworks = [.. HnsNetworks],
            Routes = [.. Routes],
            Listeners = [.. Listeners],
            PendingReboot = [.. PendingReboot],
            EventLog = [.. EventLog],
            QuirksOff = new(QuirksOff, StringComparer.Ordinal),
            Operations = Operations,
            NextNumber = NextNumber,
        };
}
