using Mullion.Core.Specs;
using Mullion.Simulation.Network;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What stands in the way before anything is changed: one clear error each, and not a trace of it on the host.</summary>
public sealed class RefusalTests
{
    private static readonly HostTemplate Bare = HostTemplates.Bare(20348);

    /// <summary>Host and node, the finding, and what its message names.</summary>
    private static readonly Dictionary<
        string,
        (HostTemplate Host, Func<NodeSpec, NodeSpec>? Node, string Finding, string[] Words)
    > Hosts = new()
    {
        ["another computer name"] = (
            Bare.Named("WIN-7"),
            null,
            "computer-name",
            ["win-1", "WIN-7"]
        ),
        ["an unsupported build"] = (
            Bare.On(m => m with { Build = 18363 }),
            null,
            "os-build",
            ["10.0.18363", "17763, 20348"]
        ),
        ["2016 and an engine that does not start there"] = (
            HostTemplates.Bare(14393),
            null,
            "engine-build",
            ["28.2.2", "14393", "17763"]
        ),
        ["no elevation"] = (
            Bare.On(m => m with { Elevated = false }),
            null,
            "elevation",
            ["administrator rights"]
        ),
        ["too little memory"] = (
            Bare.On(m => m with { MemoryBytes = 2L << 30 }),
            null,
            "memory",
            ["2 GB", "4 GB"]
        ),
        ["too little disk"] = (
            Bare.On(m => m with { DiskBytes = 8L << 30 }),
            null,
            "disk",
            ["8 GB free", "20 GB free"]
        ),
        ["two interfaces and none chosen"] = (
            Bare.WithSecondNic("Ethernet 2", "00-15-5D-00-0A-16", "10.1.0.21"),
            n => n with { AdvertiseAddress = null, DataPathAddress = null },
            "interface",
            ["2 interfaces", "Ethernet, Ethernet 2"]
        ),
        ["an interface that is not there"] = (
            Bare,
            n => n with { Interface = new InterfaceSpec { Name = "LAN" } },
            "interface",
            ["named LAN"]
        ),
        ["an address that the chosen interface does not have"] = (
            Bare.WithSecondNic("Ethernet 2", "00-15-5D-00-0A-16", "10.1.0.21"),
            n => n with { Interface = new InterfaceSpec { Name = "Ethernet 2" } },
            "interface",
            ["Ethernet 2", "10.0.0.21", "10.1.0.21"]
        ),
        ["a port that another program has"] = (
            Bare.With(h => h.Network.Put(new SimulatedListener("tcp", 7946, "consul.exe", 77))),
            null,
            "ports",
            ["7946/tcp", "consul.exe", "77"]
        ),
        ["a clock that is far off"] = (
            Bare.On(m => m with { ClockSkew = TimeSpan.FromHours(2) }),
            null,
            "clock",
            ["7200 s"]
        ),
        ["another engine than the spec wants"] = (
            HostTemplates.WithEngine(20348, "27.0.0"),
            null,
            "engine-version",
            ["28.2.2", "27.0.0"]
        ),
        ["somebody else's engine folder"] = (
            Bare.WithFile(@"C:\Program Files\docker\old.exe", [1]),
            null,
            "engine-folder-taken",
            [@"C:\Program Files\docker"]
        ),
    };

    public static TheoryData<string> Names => [.. Hosts.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Of_a_host_with(string what)
    {
        var (template, node, finding, words) = Hosts[what];
        using var bed = new Bed(template);
        bed.Spec = bed.Spec with { Nodes = [node?.Invoke(bed.Spec.Nodes[0]) ?? bed.Spec.Nodes[0]] };

        await Refused.ByAsync(bed, finding, words);
    }

    [Fact]
    public async Task Of_a_2016_without_the_update()
    {
        using var bed = Bed.Bare(14393, HostTemplates.WithoutOverlay());

        await Refused.ByAsync(bed, "os-build", "10.0.14393.206", "1066");
    }

    [Fact]
    public async Task Of_a_host_without_an_engine_when_the_spec_names_none()
    {
        using var bed = new Bed(Bare, Bed.Specs.Adopting);

        await Refused.ByAsync(bed, "engine", "no container engine");
    }
}
