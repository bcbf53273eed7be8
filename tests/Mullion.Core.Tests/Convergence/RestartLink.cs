using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;

namespace Mullion.Core.Tests.Convergence;

/// <summary>The way to a bed's host on which something happens each time the host has started again.</summary>
internal sealed class RestartLink(Bed bed, Action booted) : IHostLink
{
    public string Name => "simulated";

    public int Boots { get; private set; }

    public async Task<IExecutor> ConnectAsync(CancellationToken cancellation)
    {
        var restarting = bed.Host.RebootRequested is not null;
        var executor = await bed.ConnectAsync(cancellation);
        if (restarting)
        {
            Boots++;
            booted();
        }

        return executor;
    }

    public NodeRun Run() => new(this, bed.Planner, bed.Side, bed);
}
