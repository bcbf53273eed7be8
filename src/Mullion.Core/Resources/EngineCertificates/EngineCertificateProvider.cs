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
    private const string Certificate = "certificate";
    private const string Authority = "authority";
    private const string Key = "key";
    private const string Private = "for SYSTEM and Administrators alone";
    private const string Thumbprint = "sha256";
    private const int WarnDays = 30;

    // It comes to its end by itself.
    public override IReadOnlySet<string> Volatile { get; } = FrozenSet.Create(Certificate);

    protected override ResourceState Desired(EngineCertificate resource) =>
        new ResourceState(
            (Authority, EngineCertificate.Digest(resource.Authority)),
            (Certificate, Good),
            (Key, Private)
        ).With(Thumbprint, resource.Wanted);

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
        var foreign =
            !context.Owned && context.Actual is { } actual && Diff(resource, actual) is [_, ..];
        return Task.FromResult<IReadOnlyList<Finding>>(
            foreign
                ?
                [
                    Finding.Refuse(
                        "certificates-taken",
                        $"{resource.Folder} has certificates that Mullion did not make and that are not as the spec wants them: {Told(resource, context.Actual!)}.",
                        "Set engine.tls.ca to the authority that signed them, or move the three files away: Mullion never writes over a key of others."
                    ),
                ]
                : [.. Ends(resource)]
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

    protected override Task<StepOutcome> ApplyAsync(
        EngineCertificate resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var files = host.Files;
        files.EnsurePrivateDirectory(resource.Folder);
        if (
            Text(resource.Files.Authority) is not { } authority
            || EngineCertificate.Digest(authority) != EngineCertificate.Digest(resource.Authority)
        )
        {
            files.WriteAtomically(resource.Files.Authority, Stream(resource.Authority));
        }

        if (Reason(resource) is { } reason)
        {
            context.Report($"the certificate {reason}");
            files.WritePrivately(
                resource.Files.Key,
                Stream(context.Secrets[EngineCertificate.KeySecret])
            );
            files.WriteAtomically(
                resource.Files.Certificate,
                Stream(context.Secrets[EngineCertificate.CertificateSecret])
            );
        }

        if (!HostAccess.IsPrivate(files.Access(resource.Files.Key)))
        {
            files.SetAccess(resource.Files.Key, HostAccess.PrivateFile);
        }

        return Task.FromResult(StepOutcome.Done);
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
        using var authority = AuthorityCertificate.Read(resource.Authority);
        return new CertificateWish(authority, resource.Names, resource.RenewBefore).WhyNot(
            certificate,
            key,
            host.Clock.GetUtcNow()
        );
    }

    /// <summary>What somebody else signs, nobody here can renew: so its end is told in time.</summary>
    private IEnumerable<Finding> Ends(EngineCertificate resource)
    {
        if (resource.Wanted is null || Text(resource.Files.Certificate) is not { } pem)
        {
            return [];
        }

        var left = CertificateFacts.Read(pem)?.DaysLeft(host.Clock.GetUtcNow());
        return left is >= 0 and < WarnDays
            ?
            [
                Finding.Warn(
                    "engine-certificate-ends",
                    $"The engine's certificate ends in {left} days, and only its authority can give another.",
                    "Run mullion certs request --renew, have the request signed, put the answer in the folder, and apply."
                ),
            ]
            : [];
    }

    private string Access(string file) =>
        HostAccess.IsPrivate(host.Files.Access(file))
            ? Private
            : $"open to others ({host.Files.Access(file)})";

    private string Told(EngineCertificate resource, ResourceState actual) =>
        string.Join(
            ", ",
            Diff(resource, actual)
                .Select(c =>
                    c.Field switch
                    {
                        Certificate => $"cert.pem {c.Old}",
                        Key => $"key.pem is {c.Old ?? "not there"}",
                        Thumbprint => "cert.pem is another one than the folder has",
                        _ => c.Old is null
                            ? "ca.pem is not there"
                            : "ca.pem is another authority's",
                    }
                )
        );

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
