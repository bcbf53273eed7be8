using Mullion.Simulation.Machine;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Templates;

/// <summary>Hosts to begin with.</summary>
public static class HostTemplates
{
    /// <summary>The builds that can be simulated, with the update revision that their hosts have.</summary>
    public static IReadOnlyDictionary<int, int> Builds { get; } =
        new SortedDictionary<int, int>
        {
            [14393] = 7330,
            [17763] = 6293,
            [20348] = 2700,
            [26100] = 1742,
        };

    /// <summary>
    /// A Server Core that nobody has done anything to: computer <c>WIN-1</c>, NIC <c>Ethernet</c> with 10.0.0.21, no engine.
    /// </summary>
    /// <exception cref="ArgumentException">There is no simulation of that build.</exception>
    public static HostTemplate Bare(int build) =>
        new(
            new MachineState
            {
                ComputerName = "WIN-1",
                Build = build,
                Revision = Builds.TryGetValue(build, out var revision)
                    ? revision
                    : throw new ArgumentException(
                        $"There is no simulation of build {build}; there is of {string.Join(", ", Builds.Keys)}.",
                        nameof(build)
                    ),
            },
            []
        );

    /// <summary>An engine that a build can have: none from 23.0 on starts on Server 2016.</summary>
    public static string EngineFor(int build) => build < 17763 ? "20.10.24" : "28.2.2";

    /// <summary>Whether an engine of a version starts on a build.</summary>
    public static bool Starts(int build, string engine) => EngineNeedsRs5.Starts(build, engine);

    /// <summary>A host where somebody runs an engine, with a container of theirs, a firewall rule for it, and an image that they pulled.</summary>
    /// <param name="build">The build.</param>
    /// <param name="version">The engine's version; by default one that the build can have.</param>
    public static HostTemplate WithEngine(int build, string? version = null) =>
        Bare(build)
            .WithEngine(version ?? EngineFor(build))
            .WithContainer("payroll", "corp.example/payroll:7")
            .With(h => h.Engine.PutImage("mcr.microsoft.com/windows/servercore/iis"))
            .WithFirewallRule(
                new(
                    "payroll-8080",
                    "Payroll",
                    "Made by hand",
                    Inbound: true,
                    Allow: true,
                    "TCP",
                    "8080",
                    "Any",
                    "Any",
                    Enabled: true
                )
            );

    /// <summary>A Server 2016 without the update that brings overlay networks.</summary>
    public static HostTemplate WithoutOverlay() => Bare(14393).On(m => m with { Revision = 206 });
}
