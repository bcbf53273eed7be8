using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Services;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// Unpacks the engine and takes it away with what it made. Idempotent: files are replaced one by one and the manifest comes
/// last; half an unpacking is simply unpacked again.
/// </summary>
internal sealed class EnginePackageProvider(IHost host) : Provider<EnginePackage>
{
    private readonly PackageCache _cache = new(host);
    private readonly EngineTerritory _territory = new(host);
    private readonly ServiceControl _services = new(host);

    protected override ResourceState Desired(EnginePackage resource) =>
        new(("version", resource.Version), ("sha256", resource.Sha256), ("files", "intact"));

    protected override Task<ResourceState?> ReadAsync(
        EnginePackage resource,
        CancellationToken cancellation
    )
    {
        var manifest = EngineManifest.Find(host.Files, resource.Folder);
        if (manifest is null)
        {
            return Task.FromResult<ResourceState?>(null);
        }

        var damaged = manifest.Damaged(host.Files, resource.Folder);
        return Task.FromResult<ResourceState?>(
            new ResourceState(
                ("version", manifest.Version),
                ("sha256", manifest.Package),
                ("files", damaged.Count == 0 ? "intact" : $"damaged: {string.Join(", ", damaged)}")
            )
        );
    }

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EnginePackage resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var foreign = !context.Owned && host.Files.List(resource.Folder).Count > 0;
        return Task.FromResult<IReadOnlyList<Finding>>(
            foreign
                ?
                [
                    Finding.Refuse(
                        "engine-folder-taken",
                        $"{resource.Folder} is there already and was not made by Mullion.",
                        "Remove what is left of the former engine, or leave engine out of the spec to use it."
                    ),
                ]
                : []
        );
    }

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        EnginePackage resource,
        CancellationToken cancellation
    ) => _territory.SurveyAsync(resource, cancellation);

    protected override Task<IReadOnlyList<Finding>> CheckRevertAsync(
        EnginePackage resource,
        Prior prior,
        CancellationToken cancellation
    ) => _territory.CheckRevertAsync(resource, cancellation);

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
        var package = await _cache.EnsureAsync(resource, context.Report, cancellation);
        await StopProgramsAsync(resource, context, cancellation);

        var old = EngineManifest.Find(host.Files, resource.Folder)?.Files.Keys ?? [];
        host.Files.EnsureDirectory(resource.Folder);
        var unpacked = PackageArchive.Unpack(host.Files, package, resource.Folder, context.Report);
        foreach (var name in old.Where(n => !unpacked.ContainsKey(n)))
        {
            DeleteIfThere($@"{resource.Folder}\{name}");
        }

        new EngineManifest(resource.Version, resource.Sha256, unpacked).Write(
            host.Files,
            resource.Folder
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
        await StopProgramsAsync(resource, context, cancellation);
        await _territory.RemoveAsync(resource, prior, context.Report, cancellation);
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

    private void DeleteIfThere(string path)
    {
        if (host.Files.Find(path) is not null)
        {
            host.Files.Delete(path);
        }
    }
}
