using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.Files;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Programs;

/// <summary>
/// Unpacks programs and takes them away. Idempotent: the manifest comes first and files are replaced one by one; half an unpacking is
/// simply unpacked again.
/// </summary>
internal sealed class ProgramPackageProvider(IHost host) : Provider<ProgramPackage>
{
    private readonly ArchiveCache _cache = new(host);
    private readonly InstalledPrograms _installed = new(host);

    public override IReadOnlySet<string> Editable { get; } = InstalledPrograms.Fields.ToFrozenSet();

    protected override ResourceState Desired(ProgramPackage resource) =>
        InstalledPrograms.Wanted(resource.Version, resource.Sha256);

    protected override Task<ResourceState?> ReadAsync(
        ProgramPackage resource,
        CancellationToken cancellation
    ) => Task.FromResult(InstalledPrograms.State(resource.ProgramsOn(host.Files)));

    protected override ResourceScript Render(ProgramPackage resource) =>
        ProgramPackageScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        ProgramPackage resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var taken = context.Owned
            ? resource.ProgramsOn(host.Files).Taken
            : host.Files.List(resource.Folder).Count > 0;
        return Task.FromResult<IReadOnlyList<Finding>>(
            taken
                ?
                [
                    Finding.Refuse(
                        "program-folder-taken",
                        $"{resource.Folder}, where {resource.Product} would go, is there already and was not made by Mullion.",
                        "Move away what is in it, or choose another folder in the spec."
                    ),
                ]
                : []
        );
    }

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        ProgramPackage resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. resource.Fills.SelectMany(f => Places.Contents(host.Files, f)),
            .. Folders(resource).SelectMany(f => Places.Way(host.Files, f)).Distinct(),
        ]);

    protected override Task<IReadOnlyList<Finding>> CheckRevertAsync(
        ProgramPackage resource,
        Prior prior,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. resource.ProgramsOn(host.Files).CheckRemove()]);

    protected override Task<Impact> ImpactAsync(
        ProgramPackage resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) => Task.FromResult(Stops(resource));

    protected override Task<Impact> RevertImpactAsync(
        ProgramPackage resource,
        Prior prior,
        CancellationToken cancellation
    ) => Task.FromResult(Stops(resource));

    protected override async Task<StepOutcome> ApplyAsync(
        ProgramPackage resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var path = await _cache.EnsureAsync(resource.Archive, context.Report, cancellation);
        var package = PackageArchive.Open(host.Files, path, resource.Layout);
        await StopAsync(resource, context, cancellation);
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
        ProgramPackage resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var programs = resource.ProgramsOn(host.Files);
        if (programs.Manifest is not null)
        {
            await StopAsync(resource, context, cancellation);
        }

        context.Report($"deleting {resource.Folder}");
        programs.Remove(folderStays: Places.WasThere(prior, resource.Folder));
        foreach (var filled in resource.Fills)
        {
            context.Report($"deleting what came to be in {filled}");
            Places.TakeContentsBack(host.Files, filled, prior);
        }

        foreach (var folder in Folders(resource))
        {
            Places.TakeWayBack(host.Files, folder, prior);
        }

        return StepOutcome.Done;
    }

    private Task StopAsync(
        ProgramPackage resource,
        StepContext context,
        CancellationToken cancellation
    ) => _installed.StopAsync(resource.Folder, resource.RunBy, context, cancellation);

    private Impact Stops(ProgramPackage resource) =>
        _installed.Running(resource.Folder, resource.RunBy).ToList() is [_, ..] running
            ? new Impact(ImpactKind.ServiceRestart, $"stops {string.Join(", ", running)}")
            : Impact.None;

    /// <summary>Those whose parents may have been made on the way.</summary>
    private static IEnumerable<string> Folders(ProgramPackage resource) =>
        resource.Fills.Append(resource.Folder).Select(HostPaths.Parent);
}
