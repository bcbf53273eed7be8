using System.Collections.Frozen;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;
using Mullion.Core.Specs;

namespace Mullion.Core.Resources.EngineImages;

/// <summary>
/// Pulls images, or loads them from files. Idempotent: the engine is asked whether it has the name, and uses layers again that an
/// interrupted pull has left.
/// </summary>
internal sealed class EngineImageProvider(IHost host) : Provider<EngineImage>
{
    private const string Present = "present";
    private readonly SettledEngine _settled = new(host);
    private readonly AwakeEngine _awake = new(host);
    private readonly ArchiveCache _cache = new(host);

    protected override ResourceState Desired(EngineImage resource) => new((Present, "yes"));

    // An engine that rests says neither yes nor no.
    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(Present);

    // An engine that was woken to lose an image rests again and cannot be asked: so each change is confirmed while it is awake.
    public override bool ConfirmsAtOnce => false;

    // One that came along with another out of its archive was not there before either.
    public override ResourceState? Lasting(ResourceState? actual) =>
        actual?[Present] is "yes" ? null : actual;

    protected override async Task<ResourceState?> ReadAsync(
        EngineImage resource,
        CancellationToken cancellation
    )
    {
        if (await _settled.InfoAsync(cancellation) is null)
        {
            return _awake.Lost
                ? null
                : new ResourceState((Present, "unknown: the engine does not answer"));
        }

        return await host.Engine.HasImageAsync(resource.Name, cancellation)
            ? new ResourceState((Present, "yes"))
            : null;
    }

    protected override ResourceScript Render(EngineImage resource) =>
        EngineImageScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EngineImage resource,
        ReadContext context,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            context.Actual is null
            && ImageBuilds.Check(resource.Name, host.System.Facts().Build) is { } finding
                ? [finding]
                : []
        );

    protected override async Task<string?> HolderAsync(
        EngineImage resource,
        CancellationToken cancellation
    )
    {
        var image = ImageReference.Parse(resource.Name);
        return (await _settled.ContainersAsync(cancellation) ?? [])
            .Where(c => c.SwarmTask is null && image!.Equals(ImageReference.Parse(c.Image)))
            .Select(c => $"the container {c.Name}")
            .FirstOrDefault();
    }

    protected override async Task<StepOutcome> ApplyAsync(
        EngineImage resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        await _awake.RunAsync(
            "take images",
            () => BringAsync(resource, context, cancellation),
            context.Report,
            cancellation
        );
        return StepOutcome.Done;
    }

    private async Task BringAsync(
        EngineImage resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        if (await host.Engine.HasImageAsync(resource.Name, cancellation))
        {
            return;
        }

        await (
            resource.Archive is { } archive
                ? LoadAsync(resource, archive, context, cancellation)
                : PullAsync(resource, context, cancellation)
        );
        if (!await host.Engine.HasImageAsync(resource.Name, cancellation))
        {
            throw new MullionException(
                $"The image {resource.Name} came, and the engine does not have it.",
                "Something on the host removes images: a clean-up task, or docker image prune."
            );
        }
    }

    protected override async Task<StepOutcome> RevertAsync(
        EngineImage resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        // An engine that can never answer again is Mullion's own, and its images go with its data. Of an image that may have been there
        // before, nobody can say that it is Mullion's.
        if (prior.State is null && !_awake.Lost)
        {
            await _awake.RunAsync(
                "remove images",
                () => RemoveAsync(resource, context, cancellation),
                context.Report,
                cancellation
            );
        }

        return StepOutcome.Done;
    }

    private async Task PullAsync(
        EngineImage resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var pull = new ImagePull(
            resource.Name,
            resource.User,
            resource.PasswordSecret is { } secret ? context.Secrets[secret] : null
        );
        context.Report($"pulling {resource.Name}");
        var megabytes = new Megabytes(context.Report, "pulled");
        try
        {
            await host.Engine.PullImageAsync(
                pull,
                new Relay<ImageProgress>(p => megabytes.Report(p.Bytes, p.Total)),
                cancellation
            );
        }
        catch (HostException e)
        {
            throw PullFailure.Of(resource, e);
        }
    }

    private async Task LoadAsync(
        EngineImage resource,
        HostArchive archive,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var path = await _cache.EnsureAsync(archive, context.Report, cancellation);
        context.Report("loading the images of the archive");
        IReadOnlyList<string> loaded;
        try
        {
            loaded = await host.Engine.LoadImagesAsync(path, cancellation);
        }
        catch (HostException e)
        {
            throw new MullionException(
                $"The engine could not load the archive of the image {resource.Name}: {e.Reason}.",
                "images[].archive must name a tar archive as docker save makes it, plain or gzip, of images for Windows."
            );
        }

        if (!loaded.Any(n => ImageReference.Parse(resource.Name)!.Equals(ImageReference.Parse(n))))
        {
            throw new MullionException(
                $"The archive of the image {resource.Name} does not hold it, but {(loaded.Count == 0 ? "nothing that has a name" : string.Join(", ", loaded))}.",
                "Correct images[].name or images[].archive. The images that it holds are on the host now; docker image rm removes them."
            );
        }
    }

    private async Task RemoveAsync(
        EngineImage resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        if (!await host.Engine.HasImageAsync(resource.Name, cancellation))
        {
            return;
        }

        context.Report($"removing {resource.Name}");
        try
        {
            await host.Engine.RemoveImageAsync(resource.Name, cancellation);
        }
        catch (HostException e)
        {
            throw new MullionException(
                $"The engine does not remove the image {resource.Name}: {e.Reason}.",
                "Remove what uses it (docker ps -a shows containers), then run the command again."
            );
        }
    }
}
