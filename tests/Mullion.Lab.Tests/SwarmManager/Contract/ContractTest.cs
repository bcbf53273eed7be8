using System.Text.Json.Nodes;
using Mullion.Core.Hosts;
using Mullion.Lab.Gateways;
using Mullion.Simulation.Swarm;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>
/// What all tests of the contract share. They may meet other nodes and services at the manager, so each uses names of
/// its own and removes what it made.
/// </summary>
public abstract class ContractTest : IAsyncLifetime
{
    private readonly List<string> nodes = [];
    private readonly List<string> services = [];
    private readonly List<ISwarmSession> sessions = [];

    protected IContractManager Manager { get; private set; } = null!;

    protected EngineClient Engine { get; private set; } = null!;

    protected WireSwarmGateway Gateway { get; private set; } = null!;

    /// <summary>A name that nobody else has.</summary>
    protected string Name { get; } = $"win-{Guid.NewGuid().ToString("n")[..8]}";

    public async ValueTask InitializeAsync()
    {
        Manager = await StartManagerAsync();
        Engine = new EngineClient(UnixSocketHandler.To(Manager.EngineSocket));
        Gateway = new WireSwarmGateway(Manager.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
        {
            await Engine.DeleteAsync($"/services/{service}");
        }

        foreach (var session in sessions)
        {
            await session.DisposeAsync();
        }

        foreach (var node in nodes)
        {
            await Engine.DeleteAsync($"/nodes/{node}?force=1");
        }

        Engine.Dispose();
        await Manager.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<IContractManager> StartManagerAsync();

    protected async Task<string> TokenAsync() =>
        (string)(await Engine.ReadAsync("/swarm"))["JoinTokens"]!["Worker"]!;

    protected async Task<SwarmIdentity> EnrollAsync(string availability = "active")
    {
        var identity = await Gateway.EnrollAsync(
            Request(await TokenAsync(), availability),
            Node(),
            TestContext.Current.CancellationToken
        );
        nodes.Add(identity.NodeId);
        return identity;
    }

    protected SwarmJoin Request(string token, string availability = "active") =>
        new([Manager.ClusterAddress], token, "0.0.0.0:2377", null, null, availability);

    protected SimulatedNode Node() => new(Name, 20348, 4, 8L << 30, "28.2.2");

    protected ISwarmSession Connect(SwarmIdentity identity, ISwarmTasks? tasks = null)
    {
        var session = Gateway.Connect(identity, Node(), tasks ?? new RecordedTasks());
        sessions.Add(session);
        return session;
    }

    /// <summary>A worker that has joined and is Ready.</summary>
    protected async Task<(SwarmIdentity Identity, ISwarmSession Session)> JoinAsync(
        ISwarmTasks? tasks = null
    )
    {
        var identity = await EnrollAsync();
        var session = Connect(identity, tasks);
        await BecomesAsync(identity, "ready");
        return (identity, session);
    }

    protected Task<JsonNode> BecomesAsync(SwarmIdentity identity, string state) =>
        Manager.BecomesAsync(
            () => Engine.ReadAsync($"/nodes/{identity.NodeId}"),
            node => (string?)node["Status"]!["State"] == state,
            $"node {identity.NodeId} being {state}"
        );

    protected async Task CreateServiceAsync(int replicas, params string[] constraints) =>
        services.Add(await Engine.CreateServiceAsync(Name, replicas, constraints));

    protected Task<JsonNode> TasksBecomeAsync(Func<List<JsonNode>, bool> wanted, string what) =>
        Manager.BecomesAsync(
            () => Engine.TasksAsync(Name),
            tasks => wanted([.. tasks.AsArray().Select(task => task!)]),
            what
        );

    protected static string State(JsonNode task) => (string)task["Status"]!["State"]!;

    protected static string Desired(JsonNode task) => (string)task["DesiredState"]!;
}
