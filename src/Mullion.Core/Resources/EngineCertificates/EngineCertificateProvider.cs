using System.Collections.Frozen;
using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>
/// Puts an engine's certificate where it is missing or no longer good. Compared by what it is good for, never by content. Idempotent:
/// the key comes first, and a certificate that does not fit it is as good as none.
/// </summary>
internal sealed class EngineCertificateProvider(IHost host) : Provider<EngineCertificate>
{
    private const string Good = "good";
    internal const string Certificate = "certificate";
    internal const string Authority = "authority";
    internal const string Key = "key";
    private const string Private = "for SYSTEM and Administrators alone";
    internal const string Thumbprint = "sha256";
    private readonly UcpCertificates _ucp = new(host);

    // It comes to its end by itself.
    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(Certificate);

    protected override ResourceState Desired(EngineCertificate resource) =>
        new ResourceState((Certificate, Good), (Key, Private))
            .With(Authority, resource.Authority is { } pem ? EngineCertificate.Digest(pem) : null)
            .With(Thumbprint, resource.Wanted);

    protected override Task<ResourceState?> ReadAsync(
        EngineCertificate resource,
        CancellationToken cancellation
    )
    {
        var authority = Text(resource.Files.Authority);
        var certificate = Text(resource.Files.Certificate);
        var key = Text(resource.Files.Key);
        if (authority is null && certificate is null && key is null)
        {
            return Task.FromResult<ResourceState?>(null);
        }

        var state = new ResourceState((Certificate, WhyNot(resource, certificate, key) ?? Good))
            .With(Authority, authority is null ? null : EngineCertificate.Digest(authority))
            .With(Thumbprint, certificate is null ? null : EngineCertificate.Digest(certificate))
            .With(Key, key is null ? null : Access(resource.Files.Key));
        return Task.FromResult<ResourceState?>(state);
    }

    protected override IReadOnlyList<FieldChange> Diff(
        EngineCertificate resource,
        ResourceState? actual
    ) => resource.Dropped ? [] : base.Diff(resource, actual);

    protected override ResourceScript Render(EngineCertificate resource) =>
        EngineCertificateScript.Of(resource);

    protected override Task<IReadOnlyList<Finding>> CheckAsync(
        EngineCertificate resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var differs = context is { Owned: false, Actual: { } actual } ? Diff(resource, actual) : [];
        return Task.FromResult<IReadOnlyList<Finding>>(
            differs.Count > 0
                ? [EngineCertificateChecks.Taken(resource, differs)]
                :
                [
                    .. EngineCertificateChecks.Ends(
                        resource,
                        Text(resource.Files.Certificate),
                        host.Clock.GetUtcNow()
                    ),
                ]
        );
    }

    protected override Task<IReadOnlyList<string>> SurveyAsync(
        EngineCertificate resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. Above(resource.Folder).Where(f => host.Files.Find(f) is not null),
        ]);

    // The engine's settings come next, and find that it runs with another certificate.
    protected override async Task<Impact> ImpactAsync(
        EngineCertificate resource,
        ResourceState? actual,
        CancellationToken cancellation
    ) =>
        actual is not null
        && host.Services.Find(SettledEngine.Service) is { State: ServiceState.Running }
            ? await new SettledEngine(host).RestartImpactAsync(cancellation)
            : Impact.None;

    protected override async Task<StepOutcome> ApplyAsync(
        EngineCertificate resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var files = host.Files;
        files.EnsurePrivateDirectory(resource.Folder);
        if (
            resource.Authority is { } wanted
            && (
                Text(resource.Files.Authority) is not { } authority
                || EngineCertificate.Digest(authority) != EngineCertificate.Digest(wanted)
            )
        )
        {
            files.WriteAtomically(resource.Files.Authority, Stream(wanted));
        }

        if (Reason(resource) is { } reason)
        {
            context.Report($"the certificate {reason}");
            if (resource.Generator is not null)
            {
                await _ucp.MakeAsync(resource, context, cancellation);
            }
            else
            {
                files.WritePrivately(
                    resource.Files.Key,
                    Stream(context.Secrets[EngineCertificate.KeySecret])
                );
                files.WriteAtomically(
                    resource.Files.Certificate,
                    Stream(context.Secrets[EngineCertificate.CertificateSecret])
                );
            }
        }

        if (!HostAccess.IsPrivate(files.Access(resource.Files.Key)))
        {
            files.SetAccess(resource.Files.Key, HostAccess.PrivateFile);
        }

        return StepOutcome.Done;
    }

    protected override Task<StepOutcome> RevertAsync(
        EngineCertificate resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    )
    {
        // Files of others are never replaced, so what was there before is there still.
        if (prior.State is not null)
        {
            return Task.FromResult(StepOutcome.Done);
        }

        new FileDraft(host.Files, resource.Folder).Drop();
        foreach (var file in resource.Files.All.Reverse())
        {
            host.Files.DeleteIfThere(HostFilesExtensions.Unfinished(file));
            host.Files.DeleteIfThere(file);
        }

        foreach (
            var folder in Above(resource.Folder)
                .Except(prior.Territory, StringComparer.OrdinalIgnoreCase)
                .Where(f => host.Files.Find(f) is not null && host.Files.List(f).Count == 0)
        )
        {
            host.Files.DeleteDirectory(folder);
        }

        return Task.FromResult(StepOutcome.Done);
    }

    private string? Reason(EngineCertificate resource)
    {
        var certificate = Text(resource.Files.Certificate);
        return WhyNot(resource, certificate, Text(resource.Files.Key))
            ?? (
                resource.Wanted is { } wanted && EngineCertificate.Digest(certificate!) != wanted
                    ? "is another one than the folder has"
                    : null
            );
    }

    private string? WhyNot(EngineCertificate resource, string? certificate, string? key)
    {
        if (resource.Generator is not null)
        {
            return _ucp.WhyNot(resource);
        }

        using var authority = AuthorityCertificate.Read(resource.Authority!);
        return new CertificateWish(authority, resource.Names, resource.RenewBefore).WhyNot(
            certificate,
            key,
            host.Clock.GetUtcNow()
        );
    }

    private string Access(string file) =>
        HostAccess.IsPrivate(host.Files.Access(file))
            ? Private
            : $"open to others ({host.Files.Access(file)})";

    /// <summary>A folder and those above it, below the root.</summary>
    private static IEnumerable<string> Above(string folder)
    {
        for (; folder.Length > 3; folder = HostPaths.Parent(folder))
        {
            yield return folder;
        }
    }

    private string? Text(string file) =>
        host.Files.Find(file) is null ? null : host.Files.ReadAllText(file);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
