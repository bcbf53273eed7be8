using Mullion.Integration.Tests.RealDocker;
using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Integration.Tests.Contract;

public sealed class RealDockerEngineShapeTests(SharedSwarm shared) : EngineShapeContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        RealContractManager.StartAsync(shared);
}
