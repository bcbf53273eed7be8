using Mullion.Lab.SwarmManager;
using Mullion.Lab.Tests.SwarmManager.Contract;
using Mullion.Swarm;
using Mullion.Testing;

namespace Mullion.Lab.Tests.SwarmManager;

/// <summary>The simulated manager, with its sockets, on a clock that stands.</summary>
internal sealed class SimulatedContractManager : IContractManager
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(16);

    private readonly ManualClock clock;
    private readonly SimulatedSwarmManager manager;
    private readonly ChangeSignal changes = new();
    private readonly string folder;

    private SimulatedContractManager(
        ManualClock clock,
        SimulatedSwarmManager manager,
        string folder
    )
    {
        this.clock = clock;
        this.manager = manager;
        this.folder = folder;
        manager.Model.Changed += (_, _) => changes.Raise();
    }

    public string EngineSocket => manager.Endpoint["unix://".Length..];

    public string ClusterAddress => manager.ClusterAddress;

    public TimeProvider Clock => clock;

    public static async Task<IContractManager> StartAsync()
    {
        var standing = new ManualClock();
        var place = Directory.CreateTempSubdirectory("mullion-").FullName;
        var options = new SimulatedSwarmManagerOptions
        {
            EngineSocket = Path.Combine(place, "docker.sock"),
            Clock = standing,
        };
        return new SimulatedContractManager(
            standing,
            await SimulatedSwarmManager.StartAsync(options),
            place
        );
    }

    public async Task<T> BecomesAsync<T>(Func<Task<T>> look, Func<T, bool> wanted, string what)
    {
        while (true)
        {
            var next = changes.Next;
            var seen = await look();
            if (wanted(seen))
            {
                return seen;
            }

            try
            {
                await next.WaitAsync(Hang, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"{what} did not happen; last seen: {seen}");
            }
        }
    }

    public Task PassHeartbeatsAsync()
    {
        clock.Advance(Silence);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await manager.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
