using Mullion.Core.Certificates;
using Mullion.Core.Orchestrators;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Contexts;
using Mullion.Docker.Logins;
using Mullion.Docker.Nodes;
using Mullion.Swarm.Protocol;
using NodeStatus = Mullion.Core.Orchestrators.NodeStatus;

namespace Mullion.Swarm.Orchestration;

/// <summary>A swarm through the Engine API of its managers.</summary>
public sealed class SwarmOrchestrator : IOrchestrator, IDisposable
{
    /// <summary>Short for one of several: while a manager that is down is waited for, nothing is asked of the next.</summary>
    private static readonly DockerClientOptions OneOfSeveral = new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        RequestTimeout = TimeSpan.FromSeconds(10),
    };

    private readonly SwarmManagers managers;
    private readonly TimeProvider clock;
    private readonly Lock once = new();
    private Task<ClusterWork>? work;

    /// <summary>A swarm through one manager.</summary>
    /// <param name="client">Connected to a manager; the orchestrator's from here on.</param>
    /// <param name="clock">Stands in where the manager does not tell its time.</param>
    public SwarmOrchestrator(IDockerClient client, TimeProvider clock)
        : this([client], clock) { }

    /// <summary>A swarm through any of several managers: each is asked when the ones before it do not answer.</summary>
    /// <param name="clients">Connected to managers of one swarm; the orchestrator's from here on.</param>
    /// <param name="clock">Stands in where the manager does not tell its time, and times the wait for a leader.</param>
    public SwarmOrchestrator(IReadOnlyList<IDockerClient> clients, TimeProvider clock)
    {
        managers = new SwarmManagers(clients, clock);
        this.clock = clock;
    }

    /// <summary>The managers that a spec names. Nothing is sent yet.</summary>
    /// <exception cref="Core.MullionException">A context, bundle or certificate cannot be used.</exception>
    public static SwarmOrchestrator Connect(SwarmSpec spec, TimeProvider clock)
    {
        var tls = spec.Tls is { } files
            ? new DockerTls(files.Ca.FullPath, files.Cert.FullPath, files.Key.FullPath)
            : null;
        var options = spec.Managers.Count > 1 ? OneOfSeveral : new DockerClientOptions();
        var engines = new ManagerEngines(DockerEnvironment.OfProcess);
        return new SwarmOrchestrator(
            [
                .. spec.Managers.Select(manager => new DockerClient(
                    engines.Of(manager, tls, spec.Login),
                    options with
                    {
                        Time = clock,
                        Login = manager.Scheme == ManagerScheme.Https ? Login(spec.Login!) : null,
                    }
                )),
            ],
            clock
        );
    }

    private static UcpLogin Login(LoginSpec login) =>
        new(login.User, () => SecretFile.Read(login.PasswordFile.FullPath, "the password"));

    /// <inheritdoc/>
    public Task<ClusterFacts> InspectAsync(CancellationToken cancellation) =>
        managers.AskAsync(client => InspectAsync(client, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeStatus>> NodesAsync(CancellationToken cancellation) =>
        managers.AskAsync<IReadOnlyList<NodeStatus>>(
            async client =>
                [.. (await client.Nodes.ListAsync(null, cancellation)).Select(SwarmNodes.Status)],
            cancellation
        );

    /// <inheritdoc/>
    public Task UpdateNodeAsync(
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    ) =>
        managers.AskAsync(
            client => SwarmNodes.UpdateAsync(client, nodeId, labels, availability, cancellation),
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeTask>> TasksAsync(
        string nodeId,
        CancellationToken cancellation
    ) =>
        managers.AskAsync(
            client => SwarmNodes.TasksAsync(client, nodeId, cancellation),
            cancellation
        );

    /// <inheritdoc/>
    // Read once: a plan of many nodes asks for each of them.
    public Task<ClusterWork> WorkAsync(CancellationToken cancellation)
    {
        lock (once)
        {
            return work is { IsFaulted: false, IsCanceled: false }
                ? work
                : work = managers.AskAsync(
                    async client =>
                        SwarmWork.Of(
                            await client.Networks.ListAsync(cancellation),
                            await client.Services.ListAsync(cancellation)
                        ),
                    cancellation
                );
        }
    }

    /// <inheritdoc/>
    public Task DeleteNodeAsync(string nodeId, CancellationToken cancellation) =>
        managers.AskAsync(
            client => SwarmNodes.DeleteAsync(client, nodeId, cancellation),
            cancellation
        );

    /// <inheritdoc/>
    public Task RotateTokenAsync(JoinRole role, CancellationToken cancellation) =>
        managers.AskAsync(
            client =>
                role == JoinRole.Manager
                    ? client.Swarm.RotateManagerTokenAsync(cancellation)
                    : client.Swarm.RotateWorkerTokenAsync(cancellation),
            cancellation
        );

    /// <inheritdoc/>
    public void Dispose() => managers.Dispose();

    private async Task<ClusterFacts> InspectAsync(
        IDockerClient client,
        CancellationToken cancellation
    )
    {
        var info = await client.Engine.InfoAsync(cancellation);
        NotManagerException.Demand(client.Endpoint, info.Swarm);
        var swarm = await client.Swarm.InspectAsync(cancellation);
        var nodes = await client.Nodes.ListAsync(
            new NodeFilter { Roles = ["manager"] },
            cancellation
        );
        return new ClusterFacts(
            swarm.Id,
            info.ServerVersion,
            info.OperatingSystem?.Contains("simulated", StringComparison.OrdinalIgnoreCase) == true,
            info.SystemTime ?? clock.GetUtcNow(),
            [
                .. nodes
                    .Where(m => m.ManagerStatus is { Addr.Length: > 0 })
                    .OrderByDescending(m => m.ManagerStatus!.Leader)
                    .Select(m => m.ManagerStatus!.Addr),
            ],
            JoinToken.Parse(swarm.JoinTokens.Worker).CaDigest,
            swarm.JoinTokens.Worker
        )
        {
            DataPathPort = (int)swarm.DataPathPort,
            RootRotates = swarm.RootRotationInProgress,
            RootExpires = CertificateFacts.Read(swarm.TlsInfo.TrustRoot)?.NotAfter,
        };
    }
}
