using System.CommandLine;
using Mullion.Cli.CommandLine;
using Mullion.Cli.Output;
using Mullion.Cli.Output.Documents;
using Mullion.Cli.Rendering;
using Mullion.Cli.Workers;
using Mullion.Core;
using Mullion.Lab.Workers;
using Mullion.Swarm.Worker;

namespace Mullion.Cli.Commands.Labs;

/// <summary>
/// <c>mullion lab worker</c>: simulated Windows workers in any swarm, until Ctrl-C. For trying out constraints and capacity.
/// </summary>
internal static class LabWorkerCommand
{
    public static Command Build(CommandScope scope)
    {
        var options = new LabWorkerOptions();
        return scope.Command(
            "worker",
            "Puts simulated Windows workers into any swarm, in this process, until Ctrl-C. Their tasks run nothing.",
            options.All,
            [
                new(
                    "mullion lab worker --join 10.0.0.5 --token-file token --count 20",
                    "does a service with 20 Windows replicas find room?"
                ),
                new(
                    "mullion token show | mullion lab worker --join 10.0.0.5 --token-file - --manager unix:///var/run/docker.sock",
                    "and their nodes are gone afterwards"
                ),
                new(
                    "mullion lab worker --join 10.0.0.5 --token-file token --count 5 --build 17763 --label rack=a --for 10m",
                    "with an engine label, ten minutes long: for a CI"
                ),
            ],
            call => RunAsync(call, options)
        );
    }

    private static async Task<ExitCode> RunAsync(Call call, LabWorkerOptions options)
    {
        var fleet = options.Read(call);
        List<string> names = [.. Enumerable.Range(1, fleet.Count).Select(fleet.NameOf)];
        using var manager = call.Value(options.Manager) is { } endpoint
            ? FleetManager.Of(call, endpoint)
            : null;
        SimulationNote.Write(
            call.Messages,
            manager is null ? null : await manager.SimulatedAsync(),
            names
        );
        if (manager is not null)
        {
            await manager.DemandFreeAsync(names);
        }

        var progress = new FleetProgress(call.Messages, fleet.Count, call.Context.Clock);
        var workers = new WorkerFleet(fleet, call.Context.Clock, progress.Report);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.Context.Interrupt);
        MullionException? failure = null;
        try
        {
            var run = workers.RunAsync(end.Token);
            using var alarm = call.Value(options.For) is { } time
                ? call.Context.Clock.CreateTimer(
                    _ => end.Cancel(),
                    null,
                    time,
                    Timeout.InfiniteTimeSpan
                )
                : null;
            await run;
        }
        catch (JoinException error)
        {
            failure = error;
        }

        var counts = workers.Counts;
        int? removed = null;
        try
        {
            removed = manager is null ? null : await manager.DeleteAsync(workers.NodeIds);
        }
        catch (MullionException stay)
        {
            if (failure is not null)
            {
                call.Messages.Line(stay.Message, Style.Caution);
            }

            failure ??= stay;
        }

        if (failure is null || counts.Joined > 0)
        {
            Tell(call, workers, removed);
        }

        if (failure is not null)
        {
            throw new CliException(
                counts.Joined == 0 || removed is not null ? ExitCode.Failed : ExitCode.Partial,
                failure.Message,
                failure.Fix
            );
        }

        call.Document(
            new LabWorkerDocument(
                Simulated: true,
                counts.Joined,
                counts.Lost,
                counts.Started,
                removed,
                workers.NodeIds
            ),
            CliJson.Readable.LabWorkerDocument
        );
        return ExitCode.Done;
    }

    private static void Tell(Call call, WorkerFleet workers, int? removed)
    {
        var counts = workers.Counts;
        call.Result.Line(
            $"{Count.Of(counts.Joined, "simulated worker")} had joined; {Count.Of(counts.Started, "task")} were started on them."
        );
        if (removed is not null)
        {
            call.Result.Line($"Their nodes are removed: {removed}.", Rendering.Style.Good);
        }
        else if (counts.Joined > 0)
        {
            call.Result.Line("Their nodes stay in the swarm as down. On a manager, once they are:");
            call.Result.Line($"  docker node rm {string.Join(' ', workers.NodeIds)}");
        }
    }
}
