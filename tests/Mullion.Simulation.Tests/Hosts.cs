using Mullion.Core.Hosts;
using Mullion.Simulation.Swarm;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests;

/// <summary>Hosts that tests begin with.</summary>
internal static class Hosts
{
    private static readonly HostTemplate BareTemplate = HostTemplates.Bare(20348);

    private static readonly HostTemplate EngineTemplate = HostTemplates
        .Bare(20348)
        .WithEngine("28.2.2");

    public static SimulatedHost Bare() => SimulatedHost.Create(BareTemplate);

    public static SimulatedHost WithEngine(ISwarmGateway? swarm = null) =>
        SimulatedHost.Create(EngineTemplate, World(swarm));

    public static SimulatedWorld World(ISwarmGateway? swarm = null) =>
        new() { Swarm = swarm ?? new UnreachableSwarm() };

    public static HostException Fails(Action action) => Should.Throw<HostException>(action);

    public static Task<HostException> FailsAsync(Func<Task> action) =>
        Should.ThrowAsync<HostException>(action);

    public static Stream Bytes(string text) =>
        new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
}
