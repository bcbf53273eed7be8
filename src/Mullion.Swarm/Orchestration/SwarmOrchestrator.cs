using Mullion.Core.Orchestrators;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;
using Mullion.Docker;
using Mullion.Docker.Connections;
using Mullion.Docker.Contexts;
using Mullion.Docker.Logins;
using Mullion.Docker.Nodes;
using Mullion.Docker.Tasks;
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
            async client => [.. (await client.Nodes.ListAsync(null, cancellation)).Select(Status)],
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
            client => UpdateNodeAsync(client, nodeId, labels, availability, cancellation),
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeTask>> TasksAsync(
        string nodeId,
        CancellationToken cancellation
    ) => managers.AskAsync(client => TasksAsync(client, nodeId, cancellation), cancellation);

    /// <inheritdoc/>
    public Task DeleteNodeAsync(string nodeId, CancellationToken cancellation) =>
        managers.AskAsync(client => DeleteNodeAsync(client, nodeId, cancellation), cancellation);

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
        );
    }

    private static Task UpdateNodeAsync(
        IDockerClient client,
        string nodeId,
        IReadOnlyDictionary<string, string?> labels,
        string? availability,
        CancellationToken cancellation
    ) =>
        client.Nodes.UpdateAsync(
            nodeId,
            spec =>
            {
                var merged = new SortedDictionary<string, string>(
                    spec.Labels.ToDictionary(),
                    StringComparer.Ordinal
                );
                foreach (var (key, value) in labels)
                {
                    if (value is null)
                    {
                        merged.Remove(key);
                    }
                    else
                    {
                        merged[key] = value;
                    }
                }

                return spec with
                {
                    Labels = merged,
                    Availability = availability ?? spec.Availability,
                };
            },
            cancellation
        );

    private static async Task<IReadOnlyList<NodeTask>> TasksAsync(
        IDockerClient client,
        string nodeId,
        CancellationToken cancellation
    )
    {
        var tasks = await client.Tasks.ListAsync(new TaskFilter { Nodes = [nodeId] }, cancellation);
        if (tasks.Count == 0)
        {
            return [];
        }

        var services = (await client.Services.ListAsync(cancellation: cancellation)).ToDictionary(
            s => s.Id,
            s => s.Spec.Name
        );
        return
        [
            .. tasks.Select(t => new NodeTask(
                t.Id,
                $"{services.GetValueOrDefault(t.ServiceId ?? "") ?? t.ServiceId}.{(t.Slot > 0 ? t.Slot.ToString() : t.NodeId)}",
                t.Status.State,
                t.DesiredState
            )),
        ];
    }

    private static async Task DeleteNodeAsync(
        IDockerClient client,
        string nodeId,
        CancellationToken cancellation
    )
    {
        try
        {
            await client.Nodes.DeleteAsync(nodeId, force: false, cancellation);
        }
        catch (DockerApiException e) when (e.Status == System.Net.HttpStatusCode.NotFound)
        {
            // Somebody else deleted it first: it is gone, which is what was wanted.
        }
    }

    // A node that has not reported yet describes itself with nulls.
    private static NodeStatus Status(SwarmNode node) =>
        new(
            node.Id,
            node.Hostname ?? "",
            node.Status.State,
            node.Status.Message ?? "",
            node.Spec.Availability,
            node.Spec.Role,
            node.ManagerStatus?.Leader == true,
            node.Description.Platform.Os ?? "",
            node.Description.Platform.Architecture ?? "",
            node.Description.Engine.EngineVersion ?? "",
            node.Status.Addr ?? "",
            node.Spec.Labels
        );
}
