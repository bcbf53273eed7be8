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
                    .Select(k => KeyValuePair.Create(k, SettingText.Shown(Of(k), places[k]!)))
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
        var changes = resource
            .Settings.Where(s => !SettingText.Says(Of(s.Key), actual?[s.Key], s.Value))
            .Select(s => new FieldChange(
                s.Key,
                actual?[s.Key],
                SettingText.Wanted(Of(s.Key), actual?[s.Key], s.Value)
            ))
            .Concat(
                resource
                    .Restored.Where(r => actual?[r.Key] != r.Value)
                    .Select(r => new FieldChange(r.Key, actual?[r.Key], r.Value))
            );
        return actual?[InForce] == "no"
            ? [.. changes, new FieldChange(InForce, "no", "yes")]
            : [.. changes];
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
        var changes = Diff(resource, context.Actual).Any(c => c.Field != InForce);
        return Task.FromResult<IReadOnlyList<Finding>>([
            .. SettingFindings.Twice(places, resource),
            .. SettingFindings.Credentials(places, resource),
            .. changes ? SettingFindings.ReadOnly(host, places) : [],
        ]);
    }

    protected override Task<IReadOnlyList<Finding>> CheckRevertAsync(
        EngineSettings resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>([
            .. SettingFindings.ReadOnly(host, EnginePlaces.Read(host, resource)),
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
        var places = EnginePlaces.Read(host, resource);
        var before = resource.Keys.ToDictionary(k => k, k => places[k]);
        var wanted = resource
            .Settings.Where(s => !SettingText.Says(Of(s.Key), before[s.Key], s.Value))
            .Select(s =>
                KeyValuePair.Create<string, string?>(
                    s.Key,
                    SettingText.Wanted(Of(s.Key), before[s.Key], s.Value)
                )
            )
            .Concat(resource.Restored)
            .ToDictionary();
        Put(places, wanted, gone: false);
        try
        {
            await _restart.TakeUpAsync(resource, context.Report, cancellation);
        }
        catch (MullionException e) when (wanted.Any(w => before[w.Key] != w.Value))
        {
            context.Report("putting the former settings back");
            Put(EnginePlaces.Read(host, resource), before, gone: false);
            await PutBackAsync(resource, e, context, cancellation);
        }

        return StepOutcome.Done;
    }

    /// <summary>Starts the engine as it was, and fails with what it did not come up with; neither error hides the other.</summary>
    private async Task PutBackAsync(
        EngineSettings resource,
        MullionException first,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var with = $"The engine does not come up with {string.Join(", ", resource.Settings.Keys)}";
        try
        {
            await _restart.TakeUpAsync(resource, context.Report, cancellation);
        }
        catch (MullionException second)
        {
            throw new MullionException(
                $"{with}, nor with its former settings, which stand there again. {first.Message} Then: {second.Message}",
                second.Fix ?? first.Fix
            );
        }

        throw new MullionException(
            $"{with}, and runs with its former settings again. {first.Message}",
            first.Fix
        );
    }

    protected override async Task<StepOutcome> RevertAsync(
        EngineSettings resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var places = EnginePlaces.Read(host, resource);
        var file = places.File.Path;
        var folder = HostPaths.Parent(file);
        Put(
            places,
            resource.Keys.ToDictionary(k => k, k => prior.State?[k]),
            gone: !WasThere(prior, file)
        );
        host.Files.DeleteIfThere(HostFilesExtensions.Unfinished(file));
        if (
            !WasThere(prior, folder)
            && host.Files.Find(folder) is not null
            && host.Files.List(folder).Count == 0
        )
        {
            host.Files.DeleteDirectory(folder);
        }

        await _restart.TakeUpAsync(resource, context.Report, cancellation);
        return StepOutcome.Done;
    }

    private static void Put(
        EnginePlaces places,
        IReadOnlyDictionary<string, string?> texts,
        bool gone
    )
    {
        foreach (var (key, text) in texts)
        {
            places.Put(key, text);
        }

        places.Write(gone);
    }

    private static EngineKey Of(string key) => EngineKeys.All[key];

    private static bool WasThere(Prior prior, string path) =>
        prior.Territory.Contains(path, StringComparer.OrdinalIgnoreCase);
}
