using Mullion.Core.Hosts;
using Mullion.Simulation.Swarm;

namespace Mullion.Core.Tests.Convergence;

/// <summary>Lets tests come between a host's engine and the managers.</summary>
internal sealed class GatewayProbe(ISwarmGateway gateway) : ISwarmGateway
{
    /// <summary>Where calls go.</summary>
    public ISwarmGateway Gateway { get; set; } = gateway;

    /// <summary>Happens before a node enrols; what it throws, the engine meets.</summary>
    public Action<SwarmJoin> Enrolling { get; set; } = _ => { };

    /// <summary>False while the managers do not answer sessions; joins and roots are let through.</summary>
    public bool Answering { get; set; } = true;

    public Task<byte[]> ReadRootAsync(string manager, CancellationToken cancellation) =>
        Gateway.ReadRootAsync(manager, cancellation);

    public async Task<SwarmIdentity> EnrollAsync(
        SwarmJoin request,
        SimulatedNode node,
        CancellationToken cancellation
    )
    {
        Enrolling(request);
        return await Gateway.EnrollAsync(request, node, cancellation);
    }

    public ISwarmSession Connect(SwarmIdentity identity, SimulatedNode node, ISwarmTasks tasks) =>
        new Session(this, identity, () => Gateway.Connect(identity, node, tasks));

    /// <summary>As an engine does: tries until somebody answers.</summary>
    private sealed class Session(
        GatewayProbe probe,
        SwarmIdentity identity,
        Func<ISwarmSession> connect
    ) : ISwarmSession
    {
        private ISwarmSession? _session = probe.Answering ? connect() : null;
        private bool _ended;

        public string State => Now()?.State ?? "pending";

        public string Error => Now()?.Error ?? "";

        public SwarmIdentity Identity => _session?.Identity ?? identity;

        public ValueTask DisposeAsync()
        {
            _ended = true;
            return _session?.DisposeAsync() ?? ValueTask.CompletedTask;
        }

        private ISwarmSession? Now() => _session ??= probe.Answering && !_ended ? connect() : null;
    }
}
