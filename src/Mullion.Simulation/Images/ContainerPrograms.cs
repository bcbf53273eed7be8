using Mullion.Core.Hosts;
using Mullion.Core.Specs;

namespace Mullion.Simulation.Images;

/// <summary>What simulated images do when they are run: nothing, but for those that Mullion runs.</summary>
internal static class ContainerPrograms
{
    public static ContainerResult Run(SimulatedHost host, ContainerRun run) =>
        ImageReference.Parse(run.Image)?.Repository.Split('/')[^1] == "ucp-agent-win"
            ? UcpAgent.Run(host, run)
            : new ContainerResult(0, "");
}
