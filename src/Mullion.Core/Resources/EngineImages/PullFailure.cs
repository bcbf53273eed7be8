using Mullion.Core.Hosts;
using Mullion.Core.Secrets;
using Mullion.Core.Specs;

namespace Mullion.Core.Resources.EngineImages;

/// <summary>Says what a refused pull means. Matches on the engine's and the registries' words, which are English everywhere.</summary>
internal static class PullFailure
{
    private static readonly (string Words, string Fix)[] Known =
    [
        (
            "no matching manifest",
            "It has no variant for this host's Windows. Name a tag that has (ltsc2019 for Server 2019, ltsc2022 for Server 2022), or use a host that it fits."
        ),
        (
            "cannot be used on this platform",
            "It is an image for another operating system. Name one for Windows."
        ),
        ("manifest unknown", "Its registry has no such tag or digest. Correct images[].name."),
        (
            "no basic auth credentials",
            "The registry wants to know who pulls: add it to registries, with user and passwordFile."
        ),
        (
            "unauthorized",
            "The registry does not take the user or the password: correct registries[].user, or the file of passwordFile."
        ),
        (
            "denied",
            "Correct the name, or give a user who may pull it: registries[].user and passwordFile."
        ),
        (
            "toomanyrequests",
            "Docker Hub limits how often nobody in particular pulls: add docker.io to registries, or carry the image over with images[].archive."
        ),
        (
            "x509",
            "The host does not trust the registry's certificate: put its authority into C:\\ProgramData\\docker\\certs.d\\HOST\\ca.crt or the machine's root store, and check the clock."
        ),
        (
            "no such host",
            "The host does not find the registry: correct the name, let it reach a DNS server, or carry the image over with images[].archive."
        ),
        (
            "server gave HTTP response to HTTPS client",
            "The registry speaks plain HTTP: add it to insecure-registries in engine.settings, or better, give it a certificate."
        ),
    ];

    private const string Other =
        "Let the host reach the registry, or carry the image over with images[].archive; then run the command again: what came already is used.";

    public static MullionException Of(EngineImage image, HostException failure) =>
        new(
            $"The engine could not pull {image.Name} from {ImageReference.Parse(image.Name)!.Registry}{(image.User is null ? "" : $" as {image.User}")}: {Redaction.Redact(failure.Reason).TrimEnd('.')}.",
            Known
                .Where(k => failure.Reason.Contains(k.Words, StringComparison.OrdinalIgnoreCase))
                .Select(k => k.Fix)
                .FirstOrDefault(Other)
        );
}
