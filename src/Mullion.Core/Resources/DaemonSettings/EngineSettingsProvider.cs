using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// Sets an engine's settings and restarts it where one that runs has not taken them up. Idempotent: whether it has, follows from
/// when its process began and when the files were last written, and not from what an earlier run remembers.
/// </summary>
/// <remarks>
/// <code>
/// other ─write→ written, not in force ─restart→ in force
///                                     └ does not come up → as before, started again, and the run fails
/// </code>
/// </remarks>
internal sealed class EngineSettingsProvider(IHost host) : Provider<EngineSettings>
{
    private const string InForce = "inForce";

    private readonly SettingsRestart _restart = new(host);

    // A restart by somebody else, or an edit of another key: nobody took a setting over.
    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(InForce);

    protected override ResourceState Desired(EngineSettings resource) =>
        new(resource.Settings.Append(new(InForce, "yes")));

    protected override Task<ResourceState?> ReadAsync(
        EngineSettings resource,
        CancellationToken cancellation
    )
    {
        var places = EnginePlaces.Read(host, resource);
        return Task.FromResult<ResourceState?>(
            new ResourceState(
                resource
                    .Keys.Where(k => places[k] is not null)
                    .Select(k => KeyValuePair.Create(k, places[k]!))
                    .Append(new(InForce, _restart.IsInForce(places, resource) ? "yes" : "no"))
            )
        );
    }

    protected override IEnumerable<string> Grown(EngineSettings before, EngineSettings now) =>
        now.Keys.Except(before.Keys);

    protected override IReadOnlyList<FieldChange> Diff(
        EngineSettings resource,
        ResourceState? actual
    )
    {
        var places = EnginePlaces.Read(host, resource);
        var changes = resource
            .Settings.Where(s => !places.Says(s.Key, s.Value))
            .Select(s => new FieldChange(s.Key, actual?[s.Key], places.Wanted(s.Key, s.Value)))
            .Concat(
                resource
                    .Restored.Where(r => actual?[r.Key] != r.Value)
                    .Select(r => new FieldChange(r.Key, actual?[r.Key], r.Value))
            )
            .ToList();
        return actual?[InForce] == "no"
            ? [.. changes, new FieldChange(InForce, "no", "yes")]
            : changes;
    }

    protected override ResourceScript Render(EngineSettings resource) =>
        EngineSettingsScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EngineSettings resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var places = EnginePlaces.Read(host, resource);
        return Task.FromResult<IReadOnlyList<Finding>>([
            .. Twice(places, resource),
            .. ReadOnly(places, Changes(places, resource)),
        ]);
    }

    protected override Task<IReadOnlyList<Finding>> CheckRevertAsync(
        EngineSettings resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>([
            .. ReadOnly(EnginePlaces.Read(host, resource), changes: true),
        ]);

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        EngineSettings resource,
        CancellationToken cancellation
    )
    {
        var file = EnginePlaces.Read(host, resource).File.Path;
        return Task.FromResult<IReadOnlyList<string>>([
            .. new[] { file, HostPaths.Parent(file) }.Where(p => host.Files.Find(p) is not null),
        ]);
    }

    protected override async Task<Impact> ImpactAsync(
        EngineSettings resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) =>
        EnginePlaces.Read(host, resource).Running
            ? await new SettledEngine(host).RestartImpactAsync(cancellation)
            : Impact.None;

    protected override async Task<Impact> RevertImpactAsync(
        EngineSettings resource,
        Prior prior,
        CancellationToken cancellation
    ) => await ImpactAsync(resource, null, cancellation);

    protected override async Task<StepOutcome> ApplyAsync(
        EngineSettings resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var before = resource.Keys.ToDictionary(k => k, k => EnginePlaces.Read(host, resource)[k]);
        var places = EnginePlaces.Read(host, resource);
        foreach (var (key, json) in resource.Settings.Where(s => !places.Says(s.Key, s.Value)))
        {
            places.Put(key, places.Wanted(key, json));
        }

        foreach (var (key, text) in resource.Restored)
        {
            places.Put(key, text);
        }

        places.Write(gone: false);
        try
        {
            await _restart.TakeUpAsync(resource, context.Report, cancellation);
        }
        catch (MullionException e) when (before.Any(b => places[b.Key] != b.Value))
        {
            context.Report("putting the former settings back");
            Put(resource, before, gone: false);
            await _restart.TakeUpAsync(resource, context.Report, cancellation);
            throw new MullionException(
                $"The engine does not come up with {string.Join(", ", resource.Settings.Keys)}, and runs with its former settings again. {e.Message}",
                e.Fix
            );
        }

        return StepOutcome.Done;
    }

    protected override async Task<StepOutcome> RevertAsync(
        EngineSettings resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var file = EnginePlaces.Read(host, resource).File.Path;
        var folder = HostPaths.Parent(file);
        Put(
            resource,
            resource.Keys.ToDictionary(k => k, k => prior.State?[k]),
            !WasThere(prior, file)
        );
        if (!WasThere(prior, folder) && host.Files.Find(folder) is not null)
        {
            host.Files.DeleteIfThere(HostFilesExtensions.Unfinished(file));
            if (host.Files.List(folder).Count == 0)
            {
                host.Files.DeleteDirectory(folder);
            }
        }

        await _restart.TakeUpAsync(resource, context.Report, cancellation);
        return StepOutcome.Done;
    }

    private void Put(EngineSettings resource, IReadOnlyDictionary<string, string?> texts, bool gone)
    {
        var places = EnginePlaces.Read(host, resource);
        foreach (var (key, text) in texts)
        {
            places.Put(key, text);
        }

        places.Write(gone);
    }

    private static bool Changes(EnginePlaces places, EngineSettings resource) =>
        resource.Settings.Any(s => !places.Says(s.Key, s.Value))
        || resource.Restored.Any(r => places[r.Key] != r.Value);

    private static bool WasThere(Prior prior, string path) =>
        prior.Territory.Contains(path, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Finding> Twice(EnginePlaces places, EngineSettings resource) =>
        resource
            .Keys.Where(places.Twice)
            .Select(key =>
                Finding.Refuse(
                    "setting-twice",
                    $"{key} is set both in the arguments of the service {SettledEngine.Service} and in {places.File.Path}; the engine will not start again like that.",
                    $"Remove it from one of them; {places.File.Path} is the easier one to keep."
                )
            );

    private IEnumerable<Finding> ReadOnly(EnginePlaces places, bool changes) =>
        changes && host.Files.Find(places.File.Path) is { ReadOnly: true }
            ?
            [
                Finding.Refuse(
                    "daemon-json-read-only",
                    $"{places.File.Path} has the attribute read-only and cannot be changed.",
                    $"attrib -r \"{places.File.Path}\", unless somebody wants it so: another tool may own the file."
                ),
            ]
            : [];
}
