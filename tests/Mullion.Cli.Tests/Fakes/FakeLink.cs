using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;

namespace Mullion.Cli.Tests.Fakes;

/// <summary>The way to a host in memory.</summary>
internal sealed class FakeLink(string name, FakeHost host) : IHostLink
{
    public string Name { get; } = name;

    public Task<IExecutor> ConnectAsync(CancellationToken cancellation) =>
        host.Lost
            ? throw new HostLostException($"{Name} does not answer.")
            : Task.FromResult<IExecutor>(new FakeExecutor(host));
}
