using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Files;

/// <summary>
/// Makes folders, and takes them back when they are empty. Idempotent: what is there is not made again.
/// </summary>
internal sealed class HostFolderProvider(IHost host) : Provider<HostFolder>
{
    private const string Access = "access";
    private const string OnlyPrivate = "SYSTEM and Administrators";

    protected override ResourceState Desired(HostFolder resource) =>
        resource.Private ? new ResourceState((Access, OnlyPrivate)) : ResourceState.Empty;

    protected override Task<ResourceState?> ReadAsync(
        HostFolder resource,
        CancellationToken cancellation
    )
    {
        if (host.Files.Find(resource.Path) is not { IsDirectory: true })
        {
            return Task.FromResult<ResourceState?>(null);
        }

        return Task.FromResult<ResourceState?>(
            resource.Private
                ? new ResourceState(
                    (
                        Access,
                        host.Files.Access(resource.Path) is var sddl && HostAccess.IsPrivate(sddl)
                            ? OnlyPrivate
                            : sddl
                    )
                )
                : ResourceState.Empty
        );
    }

    protected override IReadOnlyList<FieldChange> Diff(
        HostFolder resource,
        ResourceState? actual
    ) =>
        actual is null
            ? [new FieldChange("folder", null, resource.Path)]
            : base.Diff(resource, actual);

    protected override ResourceScript Render(HostFolder resource) => HostFolderScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        HostFolder resource,
        ReadContext context,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            host.Files.Find(resource.Path) is { IsDirectory: false }
                ?
                [
                    Finding.Refuse(
                        "folder-taken",
                        $"{resource.Path} has to be a folder, and a file is there.",
                        "Move the file away."
                    ),
                ]
                : []
        );

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        HostFolder resource,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<string>>([.. Places.Way(host.Files, resource.Path)]);

    // Everything of Mullion's that goes into it comes after it, and is gone by then.
    protected override Task<string?> HolderAsync(
        HostFolder resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            host.Files.List(resource.Path) is [var first, ..]
                ? $"what others have in it ({first.Path})"
                : null
        );

    protected override Task<StepOutcome> ApplyAsync(
        HostFolder resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        context.Report($"making {resource.Path}");
        host.Files.EnsureDirectory(HostPaths.Parent(resource.Path));
        if (host.Files.Find(resource.Path) is null)
        {
            host.Files.CreateDirectory(
                resource.Path,
                resource.Private ? HostAccess.PrivateFolder : null
            );
        }
        else if (resource.Private)
        {
            host.Files.SetAccess(resource.Path, HostAccess.PrivateFolder);
        }

        return Task.FromResult(StepOutcome.Done);
    }

    protected override Task<StepOutcome> RevertAsync(
        HostFolder resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        context.Report($"deleting {resource.Path} if it is empty");
        if (prior.State?[Access] is { } before && before != OnlyPrivate)
        {
            host.Files.SetAccess(resource.Path, before);
        }

        Places.TakeWayBack(host.Files, resource.Path, prior);
        return Task.FromResult(StepOutcome.Done);
    }
}
