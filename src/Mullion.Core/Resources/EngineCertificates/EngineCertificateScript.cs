using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.EngineCertificates;

/// <summary>
/// An engine's certificate, by hand. It is made where the authority's key is and carried to the host, and the script guards it and checks
/// that it is there; or the image of UCP's agent makes it on the host.
/// </summary>
internal static class EngineCertificateScript
{
    public static ResourceScript Of(EngineCertificate certificate) =>
        new(
            "Clients know the engine by its certificate, and the engine knows them by the authority. The key is for SYSTEM and Administrators alone.",
            PowerShellText.Lines([
                PowerShellText.Of(
                    $$"""
                    $certificates = {{certificate.Folder}}
                    if (-not (Test-Path -LiteralPath $certificates)) {
                        New-Item -ItemType Directory -Force -Path $certificates | Out-Null
                        Invoke-Native icacls.exe @($certificates, '/inheritance:r', '/grant:r', '*S-1-5-18:(OI)(CI)F', '/grant:r', '*S-1-5-32-544:(OI)(CI)F')
                    }
                    """
                ),
                .. certificate.Generator is { } generator
                    ? Generated(certificate, generator)
                    : Carried(certificate),
                PowerShellText.Of(
                    $$"""
                    Invoke-Native icacls.exe @({{certificate.Files.Key}}, '/inheritance:r', '/grant:r', '*S-1-5-18:F', '/grant:r', '*S-1-5-32-544:F')
                    """
                ),
            ]),
            PowerShellText.Of(
                $$"""
                Write-Warning {{$"{certificate.Folder} stays: a script cannot tell whose certificates they are. Delete it yourself if nobody needs them."}}
                """
            )
        );

    private static PowerShellText[] Generated(EngineCertificate certificate, string image) =>
        [
            PowerShellText.Of(
                $$"""
                if (-not (Test-Path -LiteralPath {{certificate.Files.Key}})) {
                    Invoke-Native docker @('container', 'run', '--rm', '-v', {{certificate.Folder
                    + @":C:\certs"}}, {{image}}, 'generate-certs')
                }
                """
            ),
        ];

    private static PowerShellText[] Carried(EngineCertificate certificate) =>
        [
            PowerShellText.Comment(
                $"Make the three files where the authority's key is, and copy them to {certificate.Folder}: {Command(certificate)}"
            ),
            PowerShellText.Comment(
                "Where a company's authority signs, mullion certs request makes the key and the request instead."
            ),
            PowerShellText.Of(
                $$"""
                foreach ($file in {{certificate.Files.All}}) {
                    if (-not (Test-Path -LiteralPath $file)) {
                        throw {{"Copy the engine's certificate to the host first; missing: "}} + $file
                    }
                }
                """
            ),
        ];

    private static string Command(EngineCertificate certificate) =>
        string.Join(
            ' ',
            [
                "mullion certs generate --write-to DIR",
                .. certificate.Dns.Select(d => $"--dns {d}"),
                .. certificate.Addresses.Select(a => $"--ip {a}"),
            ]
        );
}
