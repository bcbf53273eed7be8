using Mullion.Cli.CommandLine;
using Mullion.Cli.Drafts;
using Mullion.Core;
using Mullion.Core.Orchestrators;

namespace Mullion.Cli.Workers;

/// <summary>The manager that deletes the nodes of simulated workers when these are done.</summary>
internal sealed class FleetManager : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Call _call;
    private readonly IOrchestrator _orchestrator;

    private FleetManager(Call call, IOrchestrator orchestrator)
    {
        _call = call;
        _orchestrator = orchestrator;
    }

    /// <summary>The manager of an endpoint, as a spec would name it.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static FleetManager Of(Call call, string endpoint)
    {
        var read = new SpecDraft("workers", [endpoint], null, []).Load(call.File);
        if (read.Errors is [var error, ..])
        {
            throw CliException.Usage($"--manager is not valid: {error.Reason}.", error.Fix);
        }

        return new FleetManager(
            call,
            call.Context.Connect(read.Spec!.AsSwarm(), call.Context.Clock)
        );
    }

    /// <summary>Whether the swarm itself is a simulated one.</summary>
    public async Task<bool> SimulatedAsync() =>
        (await _orchestrator.InspectAsync(_call.Context.Interrupt)).Simulated;

    /// <summary>Refuses names that the swarm has already: afterwards nobody could tell the nodes apart.</summary>
    /// <exception cref="CliException">It has one.</exception>
    public async Task DemandFreeAsync(IReadOnlyCollection<string> names)
    {
        var nodes = await _orchestrator.NodesAsync(_call.Context.Interrupt);
        if (
            nodes.FirstOrDefault(n => names.Contains(n.Name, StringComparer.OrdinalIgnoreCase)) is
            { } taken
        )
        {
            throw CliException.Refused(
                $"The swarm has a node {taken.Name} already ({taken.Id}, {taken.State}); nothing was joined.",
                $"Choose other names with --name-prefix, or remove it: docker node rm {taken.Id}"
            );
        }
    }

    /// <summary>Deletes nodes as the managers notice that they are down; gives how many.</summary>
    public async Task<int> DeleteAsync(IReadOnlyCollection<string> ids)
    {
        var left = ids.ToHashSet(StringComparer.Ordinal);
        // Also after Ctrl-C: this is what the stop is for. A second one ends the program.
        var clock = _call.Context.Clock;
        var began = clock.GetTimestamp();
        _call.Messages.Line($"Removing {left.Count} nodes, once the managers see them down.");
        while (left.Count > 0 && clock.GetElapsedTime(began) < Limit)
        {
            var nodes = await _orchestrator.NodesAsync(CancellationToken.None);
            left.IntersectWith(nodes.Select(n => n.Id));
            foreach (var down in nodes.Where(n => left.Contains(n.Id) && n.State == "down"))
            {
                await _orchestrator.DeleteNodeAsync(down.Id, CancellationToken.None);
                left.Remove(down.Id);
            }

            if (left.Count > 0)
            {
                await Task.Delay(Pause, clock, CancellationToken.None);
            }
        }

        return left.Count == 0
            ? ids.Count
            : throw new MullionException(
                $"{left.Count} of {ids.Count} nodes are not seen as down after {Limit.TotalMinutes:0} minutes and stay.",
                $"docker node rm --force {string.Join(' ', left.Take(20))}{(left.Count > 20 ? " …" : "")}"
            );
    }

    public void Dispose() => (_orchestrator as IDisposable)?.Dispose();
}
