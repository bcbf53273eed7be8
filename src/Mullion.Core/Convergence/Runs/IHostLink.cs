using Mullion.Core.Convergence.Executors;

namespace Mullion.Core.Convergence.Runs;

/// <summary>The way to a host's executor, which may be lost and found again: at a restart, or when a vSwitch takes the NIC.</summary>
public interface IHostLink
{
    /// <summary>The host as the spec names it, such as <c>lab:win-1</c>.</summary>
    string Name { get; }

    /// <summary>Reaches the executor.</summary>
    /// <exception cref="Hosts.HostLostException">The host is not there, at least not now.</exception>
    Task<IExecutor> ConnectAsync(CancellationToken cancellation);
}
