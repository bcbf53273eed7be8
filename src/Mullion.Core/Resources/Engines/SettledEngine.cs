using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// Asks the engine once it has come to rest: after a boot its service takes a while to start, and then to find its swarm. What it
/// says until then is neither one thing nor the other.
/// </summary>
internal sealed class SettledEngine(IHost host)
{
    /// <summary>The service that an engine is.</summary>
    public const string Service = "docker";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(2);

    /// <summary>What the engine says of itself; null when there is none or it does not answer.</summary>
    public Task<EngineInfo?> InfoAsync(CancellationToken cancellation) =>
        Poll.ForAsync(
            host.Clock,
            Limit,
            () => host.Engine.InfoAsync(cancellation),
            info => info is null ? !Comes() : info.Swarm.State != "pending",
            cancellation
        );

    /// <summary>What the engine says of itself, once it answers.</summary>
    /// <exception cref="MullionException">It does not.</exception>
    public async Task<EngineInfo> AnsweringAsync(CancellationToken cancellation) =>
        (
            await Poll.UntilAsync<EngineInfo?>(
                host.Clock,
                AnswerLimit,
                () => host.Engine.InfoAsync(cancellation),
                i => i is not null,
                _ => $"The engine does not answer on its pipe; its service is {State()}.",
                cancellation,
                $"Start-Service {Service}; if it does not stay up, the Application event log (source {Service}) says why. Then run the command again."
            )
        )!;

    /// <summary>All containers; null when there is no engine or it does not answer.</summary>
    public async Task<IReadOnlyList<EngineContainer>?> ContainersAsync(
        CancellationToken cancellation
    ) =>
        await InfoAsync(cancellation) is null
            ? null
            : await host.Engine.ContainersAsync(cancellation);

    /// <summary>What stops with the engine once it is in no swarm any more.</summary>
    public async Task<Impact> StopImpactAsync(CancellationToken cancellation)
    {
        var running = (await ContainersAsync(cancellation) ?? []).Count(c => c.Running);
        return new Impact(
            ImpactKind.ServiceRestart,
            $"engine restart: {running} container{(running == 1 ? "" : "s")}"
        );
    }

    /// <summary>
    /// What a restart of the engine interrupts. In a swarm it takes its overlay networks with it when it stops and makes them anew
    /// when it is back, so the vSwitch goes and comes (moby, daemon/daemon.go: Shutdown, DaemonLeavesCluster; hcn.md, 8).
    /// </summary>
    public async Task<Impact> RestartImpactAsync(CancellationToken cancellation)
    {
        var stop = await StopImpactAsync(cancellation);
        return await HoldsOverlaysAsync(cancellation)
            ? new Impact(
                ImpactKind.NetworkCut,
                $"{stop.Text}, connection cut twice, about 3 s each"
            )
            : stop;
    }

    private async Task<bool> HoldsOverlaysAsync(CancellationToken cancellation) =>
        await InfoAsync(cancellation) is { Swarm.State: not "inactive" }
        && (await new EngineNetworks(host).OverlaysAsync(cancellation)).Count > 0;

    private string State() =>
        host.Services.Find(Service)?.State.ToString().ToLowerInvariant() ?? "not there";

    private bool Comes() =>
        host.Services.Find(Service)?.State is ServiceState.StartPending or ServiceState.Running;
}
