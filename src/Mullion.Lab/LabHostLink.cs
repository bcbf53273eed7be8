using System.Net.Sockets;
using Mullion.Core.Convergence.Executors;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Remote;

namespace Mullion.Lab;

/// <summary>
/// The way to <c>lab:NAME</c>. A lab that does not run is started, and a host that is new is made, at the first connection.
/// </summary>
/// <param name="launcher">The lab.</param>
/// <param name="host">The host, and what it is if it has to be made.</param>
/// <param name="clock">The clock of waits; null for the system's.</param>
public sealed class LabHostLink(LabLauncher launcher, NewLabHost host, TimeProvider? clock = null)
    : IHostLink
{
    private bool _there;

    /// <inheritdoc/>
    public string Name => $"lab:{host.Name}";

    /// <inheritdoc/>
    /// <exception cref="LabNotRunningException">The lab ended in the meantime; its hosts are not made anew.</exception>
    public async Task<IExecutor> ConnectAsync(CancellationToken cancellation)
    {
        if (!_there)
        {
            await launcher.EnsureAsync(new LabStartOptions(), cancellation);
            await launcher.Client.EnsureHostAsync(host, cancellation);
            _there = true;
        }

        return await RemoteExecutor.ConnectAsync(
            Name,
            DialAsync,
            new RemoteExecutorOptions
            {
                Clock = clock ?? TimeProvider.System,
                VersionFix =
                    "The lab was started by another Mullion: end it with mullion lab stop, and start it again.",
            },
            cancellation
        );
    }

    private async Task<Stream> DialAsync(CancellationToken cancellation)
    {
        try
        {
            var socket = await launcher.Folder.ConnectAsync(
                launcher.Folder.HostSocket(host.Name),
                cancellation
            );
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            throw new HostLostException($"{Name} is gone: the lab does not run any more.", e);
        }
    }
}
