using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Scripts;
using Mullion.Core.Specs;

namespace Mullion.Core.Resources.EngineImages;

/// <summary>Pulls or loads an image, by hand. Whose it is, a script cannot tell: so it is left there.</summary>
internal static class EngineImageScript
{
    public static ResourceScript Of(EngineImage image) =>
        new(
            image.Archive is null
                ? "The image is there before work comes that needs it."
                : "The image comes out of a file: this host needs no way to a registry.",
            PowerShellText.Of(
                $$"""
                Wait-For {{"the engine to answer"}} 120 { Get-EngineInfo 'ServerVersion' }
                if (-not (Test-Image {{image.Name}})) {
                {{(image.Archive is { } archive ? Load(archive) : Pull(image))}}
                }
                """
            ),
            PowerShellText.Of(
                $$"""
                Write-Warning {{$"The image {image.Name} stays, for it may have been there before. This removes it: docker image rm {image.Name}"}}
                """
            )
        );

    private static PowerShellText Pull(EngineImage image)
    {
        string[] pull = ["pull", image.Name];
        if (image.User is not { } user)
        {
            return PowerShellText.Of(
                $$"""
                    Invoke-Native docker {{pull}}
                """
            );
        }

        var registry = ImageReference.Parse(image.Name)!.Registry;
        string[] login = ["login", "--username", user, registry];
        return PowerShellText.Of(
            $$"""
                # Asks for the password. docker keeps it in the profile of who runs this until docker logout.
                Invoke-Native docker {{login}}
                try {
                    Invoke-Native docker {{pull}}
                }
                finally {
                    docker logout {{registry}}
                }
            """
        );
    }

    private static PowerShellText Load(HostArchive archive)
    {
        var file = $@"{HostPaths.Cache}\{archive.Sha256}.tar";
        return PowerShellText.Of(
            $$"""
                $archive = {{file}}
                if (-not (Test-Path -LiteralPath $archive)) {
            {{Fetch(archive, file)}}
                }
                if ((Get-FileHash -LiteralPath $archive -Algorithm SHA256).Hash -ne {{archive.Sha256}}) {
                    throw {{$"{file} is not what the spec names: somebody changed it on the way, or the checksum is wrong."}}
                }
                Invoke-Native docker {{new[] { "load", "--input", file }}}
            """
        );
    }

    private static PowerShellText Fetch(HostArchive archive, string file) =>
        archive.Url is { } url
            ? PowerShellText.Of(
                $$"""
                        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
                        New-Item -ItemType Directory -Force -Path {{HostPaths.Cache}} | Out-Null
                        Invoke-WebRequest -UseBasicParsing -Uri {{url}} -OutFile $archive
                """
            )
            : PowerShellText.Of(
                $$"""
                        throw {{$"Copy the archive with the image to {file} first: the spec names no address to fetch it from."}}
                """
            );
}
