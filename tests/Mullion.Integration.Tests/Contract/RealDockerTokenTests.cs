using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Integration.Tests.Contract;

public sealed class RealDockerTokenTests : TokenContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        RealContractManager.StartOwnAsync();
}
