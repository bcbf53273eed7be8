using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Lab.Tests.SwarmManager;

public sealed class SimulatedEngineTableTests : EngineTableContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        SimulatedContractManager.StartAsync();
}
