using Mullion.Integration.Tests.RealDocker;
using Mullion.Lab.Tests.SwarmManager.Contract;

namespace Mullion.Integration.Tests.Contract;

public sealed class RealDockerCertificateTests(SharedSwarm shared) : CertificateContract
{
    protected override Task<IContractManager> StartManagerAsync() =>
        RealContractManager.StartAsync(shared);
}
