using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Lab.Tests.SwarmManager;

public sealed class SimulatedTokenTests : TokenContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        SimulatedContractManager.StartAsync();
}
