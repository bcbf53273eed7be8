using System.Collections.Concurrent;
using Mullion.Core.Convergence.Runs;
using Mullion.Core.Hosts;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Snapshots;
using Mullion.Simulation.Templates;

namespace Mullion.Core.Tests.Convergence;

/// <summary>One life of a host with faults from a seed: apply until it is done, then remove until it is done.</summary>
internal sealed class RandomSchedule(int seed)
{
    private const int Tries = 4;
    private static readonly ConcurrentDictionary<(int Build, bool Engine), Lazy<Task<Life>>> Lives =
        new();

    private readonly Random _random = new(seed);
    private readonly List<string> _told = [];
    private bool _restarted;

    /// <summary>Whether a fault brought a run to its end.</summary>
    public bool Disturbed { get; private set; }

    /// <summary>What happened, for people.</summary>
    public string Told() => string.Join("\n", _told);

    /// <summary>Null when all went as it should; otherwise what did not.</summary>
    public async Task<string?> RunAsync()
    {
        var build = HostTemplates.Builds.Keys.ElementAt(_random.Next(HostTemplates.Builds.Count));
        var engine = _random.Next(3) == 0;
        var life = await Lives
            .GetOrAdd((build, engine), k => new(() => Life.OfAsync(k.Build, k.Engine)))
            .Value;
        using var bed = Life.Bed(build, engine);
        _told.Add($"seed {seed}: build {build}, {(engine ? "with an engine" : "bare")}");
        bed.Snapshot();
        try
        {
            return _random.Next(4) switch
            {
                // Somebody changes their mind: half a node is taken back, half a removal is made good again.
                0 => await GiveUpAsync(bed, "apply", life.Applying, () => bed.ApplyAsync())
                    ?? await RemoveAsync(bed, life),
                1 => await ApplyAsync(bed, life)
                    ?? await GiveUpAsync(bed, "remove", life.Removing, () => bed.RemoveAsync())
                    ?? await ApplyAsync(bed, life)
                    ?? await RemoveAsync(bed, life),
                _ => await ApplyAsync(bed, life) ?? await RemoveAsync(bed, life, used: !engine),
            };
        }
        catch (Exception e)
        {
            return Failure(bed, e.ToString());
        }
    }

    private async Task<string?> GiveUpAsync(
        Bed bed,
        string what,
        IReadOnlyList<string> operations,
        Func<Task<NodeResult>> run
    )
    {
        Disturb(bed, operations);
        _told.Add($"{what}, given up: {await EndAsync(bed, run)}");
        return null;
    }

    private async Task<string?> ApplyAsync(Bed bed, Life life)
    {
        Disturb(bed, life.Applying);
        if (await InsistAsync(bed, "apply", () => bed.ApplyAsync()) is { } failure)
        {
            return failure;
        }

        if (life.Joined.Diff(Shape.Of(bed.Snapshot())) is { Count: > 0 } different)
        {
            return Failure(bed, "applied, and the host differs:", different);
        }

        var plan = await bed.PlanAsync();
        if (!plan.Settled)
        {
            return Failure(bed, "not settled:", plan.Plan.Steps.Where(s => s.Changing));
        }

        var nodes = await bed.NodesAsync();
        return
            nodes is [{ Ready: true, Availability: "active" } node]
            && node.Labels.Keys.SequenceEqual(["rack"])
            ? null
            : Failure(bed, "the cluster's nodes:", nodes);
    }

    private async Task<string?> RemoveAsync(Bed bed, Life life, bool used = false)
    {
        if (used)
        {
            UsedEngine.Use(bed.Host);
        }

        Disturb(bed, life.Removing);
        if (await InsistAsync(bed, "remove", () => bed.RemoveAsync()) is { } failure)
        {
            return failure;
        }

        if (life.Left(bed.Snapshot()) is { Count: > 0 } left)
        {
            return Failure(bed, "removed, and the host differs:", left);
        }

        var nodes = await bed.NodesAsync();
        return nodes.Count == 0 ? null : Failure(bed, "nodes left in the cluster:", nodes);
    }

    /// <summary>As a person would: again when it failed. Once the faults are over, one run must do.</summary>
    private async Task<string?> InsistAsync(Bed bed, string what, Func<Task<NodeResult>> run)
    {
        _restarted = false;
        for (var tries = 1; ; tries++)
        {
            if (tries > Tries)
            {
                _told.Add("the faults are over");
                bed.Host.Faults = new FaultPlan();
            }

            var ended = await EndAsync(bed, run);
            _told.Add($"{what} {tries}: {ended}");
            if (ended == "Done")
            {
                bed.Host.Faults = new FaultPlan();
                return null;
            }

            // Told to restart the host, a person does so and runs it once more.
            if (tries > Tries + (_restarted ? 1 : 0))
            {
                return Failure(bed, $"{what} does not come to an end");
            }
        }
    }

    private async Task<string> EndAsync(Bed bed, Func<Task<NodeResult>> run)
    {
        try
        {
            var result = await run();
            Disturbed |= result.Status != RunStatus.Done;
            if (result.Fix == "Restart the host first.")
            {
                bed.Host.Faults = new FaultPlan();
                bed.Host.System.Reboot("an administrator does as told");
                _restarted = true;
            }

            return result.Status == RunStatus.Done
                ? "Done"
                : string.Join(
                    "; ",
                    [
                        $"{result.Status} {result.Message}",
                        .. result
                            .Steps.Where(s => s.Status == StepStatus.Failed)
                            .Select(s => $"{s.Id}: {s.Message}"),
                    ]
                );
        }
        catch (Exception e) when (e is HostLostException or MullionException)
        {
            Disturbed = true;
            return e.Message;
        }
        finally
        {
            // Each run is a program of its own on the host; when it ends, so do its handles.
            bed.Host.Files.EndProgram();
        }
    }

    /// <summary>Half of the schedules hit operations by number, half by what they do, which also meets the rare ones.</summary>
    private void Disturb(Bed bed, IReadOnlyList<string> operations)
    {
        var now = bed.Host.Operations;
        var count = 1 + _random.Next(5);
        var byNumber = FaultPlan
            .FromSeed(_random.Next(), count, operations.Count * 5 / 4)
            .Faults.Select(f => f with { Number = f.Number + now });
        var kinds = Enum.GetValues<FaultKind>();
        var names = operations.Distinct().ToList();
        var byName = Enumerable
            .Range(0, count)
            .Select(_ => new Fault(kinds[_random.Next(kinds.Length)])
            {
                Operation = names[_random.Next(names.Count)],
                Occurrence = 1 + _random.Next(4),
                Times = 1 + _random.Next(3),
                Seed = _random.Next(),
            });
        bed.Host.Faults = new FaultPlan(_random.Next(2) == 0 ? byNumber : byName.ToList());
        _told.AddRange(bed.Host.Faults.Faults.Select(f => f.ToString()));
    }

    private string Failure(Bed bed, string what, IEnumerable<object>? details = null) =>
        string.Join("\n", [.. _told, what, .. details ?? [], "", bed.Told()]);

    /// <summary>An undisturbed life, to compare with.</summary>
    private sealed record Life(
        HostSnapshot Before,
        bool Engine,
        Shape Joined,
        IReadOnlyList<string> Applying,
        IReadOnlyList<string> Removing
    )
    {
        /// <summary>An engine that was there makes its nat network anew at each boot, with another id.</summary>
        public IReadOnlyList<string> Left(HostSnapshot after) =>
            Engine
                ? Shape.Of(Before).Diff(Shape.Of(after))
                : [.. Before.Diff(after).Select(d => d.ToString())];

        public static Bed Bed(int build, bool engine) =>
            engine
                ? new(HostTemplates.WithEngine(build), Convergence.Bed.Specs.Adopting)
                : Convergence.Bed.Bare(build);

        public static async Task<Life> OfAsync(int build, bool engine)
        {
            using var bed = Bed(build, engine);
            var before = bed.Snapshot();
            var first = bed.Host.Operations;
            await bed.ApplyAsync();
            var last = bed.Host.Operations;
            var joined = Shape.Of(bed.Snapshot());
            var then = bed.Host.Operations;
            await bed.RemoveAsync();
            var names = bed.Host.Log.Records;
            return new Life(
                before,
                engine,
                joined,
                [.. names.Where(r => r.Number > first && r.Number <= last).Select(r => r.Name)],
                [.. names.Where(r => r.Number > then).Select(r => r.Name)]
            );
        }
    }
}
