using Mullion.Core.Convergence.Journals;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>A host in memory: what is there by resource id, and what goes wrong when.</summary>
internal sealed class FakeHost(string name, FakeSwarm swarm)
{
    public string Name { get; } = name;

    public FakeSwarm Swarm { get; } = swarm;

    /// <summary>What is there, by resource id.</summary>
    public Dictionary<string, ResourceState> Present { get; } = [];

    public List<JournalRecord> Journal { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>Resource ids whose change fails, with the reason.</summary>
    public Dictionary<string, string> Failing { get; } = [];

    /// <summary>Resource ids that others changed on purpose.</summary>
    public HashSet<string> Conflicts { get; } = [];

    /// <summary>Why no run may begin; null when one may.</summary>
    public string? Busy { get; set; }

    /// <summary>Called before a resource is changed.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>The host does not answer.</summary>
    public bool Lost { get; set; }

    public bool Simulated { get; set; } = true;

    /// <summary>Whether the feature Containers wants a restart.</summary>
    public bool NeedsReboot { get; set; }

    public bool RebootPending { get; set; }

    public int Boots { get; set; } = 1;

    public int Containers { get; init; } = 12;

    public HostFacts Facts =>
        new()
        {
            ComputerName = Name,
            Build = 20348,
            Revision = 2700,
            Edition = "ServerStandard",
            Core = true,
            Elevated = true,
            Processors = 4,
            MemoryBytes = 8L << 30,
            FreeDiskBytes = 60L << 30,
            Time = JumpClock.Start,
            PendingReboot = [],
            Interfaces =
            [
                new NetworkInterface("Ethernet", 4, "00-15-5D-01-02-03", true, true, ["10.0.0.21"]),
            ],
            Engine = new EngineFacts(@"C:\docker\dockerd.exe --run-service", true, "28.0.4", null),
            BootId = $"boot-{Boots}",
            Simulated = Simulated,
        };
}
