using System.Security.Cryptography;
using System.Text;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Services;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Files;

/// <summary>
/// Writes files whole or not at all. A file of somebody's that says something else is never replaced: it is refused before anything is
/// changed. Idempotent: what is as wanted is not written.
/// </summary>
internal sealed class HostFileProvider(IHost host) : Provider<HostFile>
{
    private const string Content = "content";
    private const string Access = "access";
    private const string OnlyPrivate = "SYSTEM and Administrators";

    private readonly ServiceControl _services = new(host);

    protected override ResourceState Desired(HostFile resource)
    {
        var content = new ResourceState((Content, Digest(resource.Content)));
        return resource.Private ? content.With(Access, OnlyPrivate) : content;
    }

    protected override Task<ResourceState?> ReadAsync(
        HostFile resource,
        CancellationToken cancellation
    )
    {
        if (host.Files.Find(resource.Path) is null)
        {
            return Task.FromResult<ResourceState?>(null);
        }

        var state = new ResourceState((Content, Digest(host.Files.ReadAllBytes(resource.Path))));
        return Task.FromResult<ResourceState?>(
            resource.Private ? state.With(Access, WhoMay(resource.Path)) : state
        );
    }

    protected override ResourceScript Render(HostFile resource) => HostFileScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        HostFile resource,
        ReadContext context,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            context is { Owned: false, Actual: { } actual } && Diff(resource, actual).Count > 0
                ?
                [
                    Finding.Refuse(
                        "file-taken",
                        $"{resource.Path} is there already, was not made by Mullion, and is not as the node needs it.",
                        "Move it away if nobody needs it any more; a node that was joined by hand is taken out of the cluster first."
                    ),
                ]
                : []
        );

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        HostFile resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. Places.Way(host.Files, HostPaths.Parent(resource.Path)),
        ]);

    protected override Task<Impact> ImpactAsync(
        HostFile resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            Running(resource) is [_, ..] running
                ? new Impact(ImpactKind.ServiceRestart, $"restarts {string.Join(", ", running)}")
                : Impact.None
        );

    protected override async Task<StepOutcome> ApplyAsync(
        HostFile resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        foreach (var service in Running(resource))
        {
            await _services.StopAsync(service, context.Report, cancellation);
        }

        context.Report($"writing {resource.Path}");
        host.Files.EnsureDirectory(HostPaths.Parent(resource.Path));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(resource.Content));
        if (resource.Private)
        {
            host.Files.WritePrivately(resource.Path, content);
        }
        else
        {
            host.Files.WriteAtomically(resource.Path, content);
        }

        return StepOutcome.Done;
    }

    protected override Task<StepOutcome> RevertAsync(
        HostFile resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        host.Files.DeleteIfThere(HostFilesExtensions.Unfinished(resource.Path));
        // What was there before is as wanted, or it would have been refused: then it stays.
        if (prior.State is null)
        {
            context.Report($"deleting {resource.Path}");
            host.Files.DeleteIfThere(resource.Path);
        }

        Places.TakeWayBack(host.Files, HostPaths.Parent(resource.Path), prior);
        return Task.FromResult(StepOutcome.Done);
    }

    private IReadOnlyList<string> Running(HostFile resource) =>
        [
            .. resource.ReadBy.Where(name =>
                host.Services.Find(name) is { State: not ServiceState.Stopped }
            ),
        ];

    private string WhoMay(string path)
    {
        var sddl = host.Files.Access(path);
        return HostAccess.IsPrivate(sddl) ? OnlyPrivate : sddl;
    }

    private static string Digest(string content) => Digest(Encoding.UTF8.GetBytes(content));

    /// <summary>Enough to compare and to be read: how much it is, and its hash.</summary>
    private static string Digest(byte[] content)
    {
        var lines = content.Count(b => b == '\n');
        return $"{lines} lines, sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
    }
}
