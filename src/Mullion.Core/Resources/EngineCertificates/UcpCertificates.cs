using Mullion.Core.Certificates;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;

namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>
/// Has the image of UCP's agent make authority, certificate and key (seed 0ecf1c42, "Set up certs for the dockerd service").
/// </summary>
internal sealed class UcpCertificates(IHost host)
{
    private const string Container = "mullion-generate-certs";
    private const string MountedAt = @"C:\certs";
    private readonly AwakeEngine _awake = new(host);

    /// <summary>Why what lies there will not do; null when it will.</summary>
    public string? WhyNot(EngineCertificate resource) =>
        new FileDraft(host.Files, resource.Folder).Exists
            ? "was not yet put in place"
            : WhyNot(resource, resource.Files);

    /// <summary>Makes them, or finishes what a power cut broke off.</summary>
    public async Task MakeAsync(
        EngineCertificate resource,
        StepContext context,
        CancellationToken cancellation
    )
    {
        var draft = new FileDraft(host.Files, resource.Folder);
        draft.Finish();
        if (WhyNot(resource, resource.Files) is null)
        {
            // In place already; the power went before all of the draft was gone.
            draft.Drop();
            return;
        }

        // Never into the right place: the image may keep what it finds.
        draft.Begin();
        await _awake.RunAsync(
            "make its certificate",
            () =>
            {
                context.Report($"running generate-certs of {resource.Generator}");
                return RunAsync(resource.Generator!, draft.Folder, cancellation);
            },
            context.Report,
            cancellation
        );
        if (WhyNot(resource, new EngineCertificateFiles(draft.Folder)) is { } reason)
        {
            throw new MullionException(
                $"generate-certs of {resource.Generator} ended, and the certificate that it was to make {reason}.",
                $"Look into {draft.Folder}; or let Mullion issue the certificates: engine.tls.caKey."
            );
        }

        draft.Seal();
        draft.Finish();
    }

    private async Task RunAsync(string image, string draft, CancellationToken cancellation)
    {
        ContainerResult result;
        try
        {
            result = await host.Engine.RunContainerAsync(
                new ContainerRun(Container, image, ["generate-certs"], draft, MountedAt),
                cancellation
            );
        }
        catch (HostException e)
        {
            throw Failed(image, draft, e.Reason.TrimEnd('.'));
        }

        if (result.ExitCode != 0)
        {
            throw Failed(
                image,
                draft,
                $"it ended with {result.ExitCode}{(result.Output.Length > 0 ? $": {result.Output.Trim().TrimEnd('.')}" : "")}"
            );
        }
    }

    private static MullionException Failed(string image, string draft, string reason) =>
        new(
            $"generate-certs of {image} failed: {reason}.",
            $"Try it by hand (docker container run --rm -v {draft}:{MountedAt} {image} generate-certs), or let Mullion issue the certificates: engine.tls.caKey."
        );

    /// <summary>How long it makes them good for is its own affair: they are made anew in the last month, or the last third of a shorter time.</summary>
    private string? WhyNot(EngineCertificate resource, EngineCertificateFiles files)
    {
        var certificate = Text(files.Certificate);
        if (
            Text(files.Authority) is not { } pem
            || AuthorityCertificate.TryRead(pem) is not { } own
        )
        {
            return certificate is null ? "is not there" : "has no authority beside it";
        }

        using (own)
        {
            var now = host.Clock.GetUtcNow();
            if (
                new CertificateWish(own, resource.Names, TimeSpan.Zero).WhyNot(
                    certificate,
                    Text(files.Key),
                    now
                ) is
                { } reason
            )
            {
                return reason;
            }

            var facts = CertificateFacts.Read(certificate!)!;
            var third = (facts.NotAfter - facts.NotBefore) / 3;
            return
                facts.NotAfter - now < (third < resource.RenewBefore ? third : resource.RenewBefore)
                ? $"expires in {facts.DaysLeft(now)} days"
                : null;
        }
    }

    private string? Text(string file) =>
        host.Files.Find(file) is null ? null : host.Files.ReadAllText(file);
}
