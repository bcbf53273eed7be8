using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.Files;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// Unpacks the engine and takes it away with what it made. Idempotent: the manifest comes first and files are replaced one by one;
/// half an unpacking is simply unpacked again.
/// </summary>
internal sealed class EnginePackageProvider(IHost host) : Provider<EnginePackage>
{
    private readonly ArchiveCache _cache = new(host);
    private readonly EngineTerritory _territory = new(host);
    private readonly InstalledPrograms _installed = new(host);

    // Whose a file is, is told file by file; see ProgramFolder.
    public override IReadOnlySet<string> Editable { get; } = InstalledPrograms.Fields.ToFrozenSet();

    protected override ResourceState Desired(EnginePackage resource) =>
        InstalledPrograms.Wanted(resource.Version, resource.Sha256);

    protected override Task<ResourceState?> ReadAsync(
        EnginePackage resource,
        CancellationToken cancellation
    ) => Task.FromResult(InstalledPrograms.State(resource.ProgramsOn(host.Files)));

    protected override ResourceScript Render(EnginePackage resource) =>
        EnginePackageScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EnginePackage resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var taken = context.Owned
            ? resource.ProgramsOn(host.Files).Taken
            : host.Files.List(resource.Folder).Count > 0;
        var findings = new List<Finding>();
        if (EngineBuilds.Check(resource.Version, host.System.Facts().Build) is { } refusal)
        {
            findings.Add(refusal);
        }

        if (taken)
        {
            findings.Add(
                Finding.Refuse(
                    "engine-folder-taken",
                    $"{resource.Folder} is there already and was not made by Mullion.",
                    "Remove what is left of the former engine, or leave engine out of the spec to use it."
                )
            );
        }

        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        EnginePackage resource,
        CancellationToken cancellation
    ) => _territory.SurveyAsync(resource, cancellation);

    protected override async Task<IReadOnlyList<Finding>> CheckRevertAsync(
        EnginePackage resource,
        Prior prior,
        CancellationToken cancellation
    )
    {
        var programs = resource.ProgramsOn(host.Files);
        return
        [
            .. programs.CheckRemove(),
            .. programs.Manifest is null
                ? []
                : await _territory.CheckRevertAsync(resource, prior, cancellation),
        ];
    }

    protected override async Task<Impact> ImpactAsync(
        EnginePackage resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) =>
        actual is null
            ? Impact.None
            : await new SettledEngine(host).RestartImpactAsync(cancellation);

    protected override async Task<StepOutcome> ApplyAsync(
        EnginePackage resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var zip = await _cache.EnsureAsync(resource.Archive, context.Report, cancellation);
        var package = PackageArchive.Open(host.Files, zip, EnginePackage.Layout);
        await StopProgramsAsync(resource, context, cancellation);
        resource
            .ProgramsOn(host.Files)
            .Install(
                new ProgramManifest(resource.Version, resource.Sha256, package.Files),
                package,
                context.Report
            );
        return StepOutcome.Done;
    }

    protected override async Task<StepOutcome> RevertAsync(
        EnginePackage resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        // Where nothing of Mullion's stands there is no engine of its own to stop, and no data of one.
        var programs = resource.ProgramsOn(host.Files);
        if (programs.Manifest is not null)
        {
            await StopProgramsAsync(resource, context, cancellation);
            await _territory.RemoveAsync(resource, prior, context.Report, cancellation);
        }

        context.Report($"deleting {resource.Folder}");
        programs.Remove(folderStays: Places.WasThere(prior, resource.Folder));
        return StepOutcome.Done;
    }

    private Task StopProgramsAsync(
        EnginePackage resource,
        StepContext context,
        CancellationToken cancellation
    ) => _installed.StopAsync(resource.Folder, [resource.Name], context, cancellation);
}
