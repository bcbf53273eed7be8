using Mullion.Core.Hosts;
using Mullion.Simulation.Machine;
using Mullion.Simulation.Network;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Saving;

/// <summary>A host's state as it is saved.</summary>
internal sealed record SavedHost(
    int Format,
    MachineState Machine,
    IReadOnlyList<SavedFile> Files,
    IReadOnlyList<SimulatedService> Services,
    IReadOnlyList<FirewallRule> Firewall,
    IReadOnlyDictionary<string, FeatureState> Features,
    IReadOnlyList<SimulatedAdapter> Adapters,
    IReadOnlyList<SimulatedHnsNetwork> HnsNetworks,
    IReadOnlyList<SimulatedRoute> Routes,
    IReadOnlyList<SimulatedListener> Listeners,
    IReadOnlyList<string> PendingReboot,
    IReadOnlyList<string> EventLog,
    IReadOnlyList<string> QuirksOff,
    int Operations,
    int NextNumber
);
