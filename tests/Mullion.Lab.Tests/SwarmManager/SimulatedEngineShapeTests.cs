using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Lab.Tests.SwarmManager;

public sealed class SimulatedEngineShapeTests : EngineShapeContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        SimulatedContractManager.StartAsync();
}
