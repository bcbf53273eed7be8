using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Lab.Tests.SwarmManager;

public sealed class SimulatedWireTests : WireContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        SimulatedContractManager.StartAsync();
}
