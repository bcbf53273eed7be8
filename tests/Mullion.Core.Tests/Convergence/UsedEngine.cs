using Mullion.Simulation;
using Mullion.Simulation.Engine;

namespace Mullion.Core.Tests.Convergence;

/// <summary>An engine that the swarm has run something on.</summary>
internal static class UsedEngine
{
    /// <summary>A task runs, and another image was pulled.</summary>
    public static void Use(SimulatedHost host)
    {
        host.Engine.Put(
            new SimulatedContainer("5a", "shop.1", "corp.example/shop:1")
            {
                Running = true,
                SwarmTask = "t1",
            }
        );
        host.Engine.PutImage("corp.example/base:1");
    }
}
