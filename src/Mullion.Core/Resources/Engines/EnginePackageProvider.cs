using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.Services;
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
    private readonly ServiceControl _services = new(host);

    // Whose a file is, is told file by file; see EnginePrograms.
    public override IReadOnlySet<string> Editable { get; } =
        FrozenSet.Create("version", "sha256", "files");

    protected override ResourceState Desired(EnginePackage resource) =>
        new(("version", resource.Version), ("sha256", resource.Sha256), ("files", "intact"));

    protected override Task<ResourceState?> ReadAsync(
        EnginePackage resource,
        CancellationToken cancellation
    )
    {
        var programs = new EnginePrograms(host.Files, resource.Folder);
        if (programs.Manifest is not { } manifest)
        {
            return Task.FromResult<ResourceState?>(null);
        }

        var damaged = programs.Damaged();
        return Task.FromResult<ResourceState?>(
            new ResourceState(
                ("version", manifest.Version),
                ("sha256", manifest.Package),
                ("files", damaged.Count == 0 ? "intact" : $"damaged: {string.Join(", ", damaged)}")
            )
        );
    }

    protected override ResourceScript Render(EnginePackage resource) =>
        EnginePackageScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EnginePackage resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var taken = context.Owned
            ? new EnginePrograms(host.Files, resource.Folder).Taken
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
        var programs = new EnginePrograms(host.Files, resource.Folder);
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
        using var package = PackageArchive.Open(host.Files, zip);
        await StopProgramsAsync(resource, context, cancellation);
        new EnginePrograms(host.Files, resource.Folder).Install(
            new EngineManifest(resource.Version, resource.Sha256, package.Files),
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
        var programs = new EnginePrograms(host.Files, resource.Folder);
        if (programs.Manifest is not null)
        {
            await StopProgramsAsync(resource, context, cancellation);
            await _territory.RemoveAsync(resource, prior, context.Report, cancellation);
        }

        context.Report($"deleting {resource.Folder}");
        programs.Remove(folderStays: EngineTerritory.WasThere(prior, resource.Folder));
        return StepOutcome.Done;
    }

    /// <summary>A running program's file cannot be replaced or deleted.</summary>
    private async Task StopProgramsAsync(
        EnginePackage resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var info = host.Services.Find(resource.Name);
        if (
            info is { State: not ServiceState.Stopped }
            && info.Config.ImagePath.Contains(resource.Folder, StringComparison.OrdinalIgnoreCase)
        )
        {
            await _services.StopAsync(resource.Name, context.Report, cancellation);
        }
    }
}
