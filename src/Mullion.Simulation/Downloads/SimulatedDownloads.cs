using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Operations;

namespace Mullion.Simulation.Downloads;

/// <summary>Downloads onto a simulated host.</summary>
public sealed class SimulatedDownloads : IHostDownloads
{
    /// <summary>HTTP 404, as WinHTTP programs report it: HTTP_E_STATUS_NOT_FOUND.</summary>
    private const int NotFound = unchecked((int)0x80190194);

    private const string Name = "downloads.fetch";

    private readonly SimulatedHost _host;

    internal SimulatedDownloads(SimulatedHost host) => _host = host;

    /// <inheritdoc/>
    public async Task FetchAsync(
        Uri source,
        string path,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var target = $"{source} > {path}";
        int number;
        Fault? fault;
        Files.FileContent content;
        lock (_host.Sync)
        {
            (number, fault) = _host.Gate.Enter(Name, target);
            content = Find(source);
        }

        var wait = OperationGate.Wait(
            fault,
            TimeSpan.FromSeconds(content.Length / (double)_host.World.Web.BytesPerSecond)
        );
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _host.Clock, cancellation);
        }

        var length =
            fault?.Kind is FaultKind.Truncate
                ? new Random(fault.Seed ^ number).Next(Math.Max(content.Length, 1))
                : content.Length;
        lock (_host.Sync)
        {
            _host.Gate.Require(Name, target, number);
            _host.Gate.Write(
                Name,
                target,
                number,
                fault,
                length,
                n => _host.Files.Writer.Put(Name, path, content.ToArray(), n)
            );
        }

        progress?.Report(length);
    }

    private Files.FileContent Find(Uri source)
    {
        if (!_host.Network.Stack.UsableAddresses().Any() || !_host.World.Web.Knows(source))
        {
            throw _host.Error(Name, source.ToString(), WindowsError.NameNotResolved);
        }

        return _host.World.Web.Find(source) ?? throw _host.Error(Name, source.ToString(), NotFound);
    }
}
