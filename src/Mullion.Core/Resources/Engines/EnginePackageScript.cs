using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Fetches, checks and unpacks an engine, by hand, and takes its programs away by the manifest that was left beside them.</summary>
internal static class EnginePackageScript
{
    public static ResourceScript Of(EnginePackage package) =>
        new(
            "The engine's programs, from a package of known SHA-256. Which files were unpacked is noted beside them: so they are told apart from others' later.",
            PowerShellText.Lines([Folders(package), .. Check(package), Fetch(package), Unpack]),
            PowerShellText.Lines(Folders(package), Remove(package))
        );

    // Expand-Archive of Windows PowerShell 5.1 looks at the extension.
    private static string Zip(EnginePackage package) => $@"{HostPaths.Cache}\{package.Sha256}.zip";

    private static PowerShellText Folders(EnginePackage package) =>
        PowerShellText.Of(
            $$"""
            $programs = {{package.Folder}}
            $manifest = {{EngineManifest.PathIn(package.Folder)}}
            """
        );

    private static IEnumerable<PowerShellText> Check(EnginePackage package) =>
        EngineBuilds.LeastBuild(package.Version) is { } least
            ?
            [
                PowerShellText.Of(
                    $$"""
                    if ([int] (Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').CurrentBuildNumber -lt {{least}}) {
                        throw {{$"Engine {package.Version} does not start on a Windows build before {least}: use 20.10.24 there."}}
                    }
                    """
                ),
            ]
            : [];

    private static PowerShellText Fetch(EnginePackage package) =>
        PowerShellText.Of(
            $$"""
            $version = {{package.Version}}
            $sha256 = {{package.Sha256}}
            $whole = $false
            if (Test-Path -LiteralPath $manifest) {
                $note = Get-Content -LiteralPath $manifest -Raw | ConvertFrom-Json
                if ($note.package -ne $sha256) {
                    throw ({{"Another package is installed; run the script of --remove first, or change it with mullion apply: "}} + $note.version)
                }
                $whole = -not @($note.files.PSObject.Properties | Where-Object {
                    $path = Join-Path $programs $_.Name
                    -not (Test-Path -LiteralPath $path) -or (Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $_.Value
                })
            }
            elseif (Get-ChildItem -LiteralPath $programs -Force -ErrorAction SilentlyContinue) {
                throw {{$"{package.Folder} is there already and holds somebody's files: remove them, or use the engine that is there."}}
            }
            $zip = {{Zip(package)}}
            if (-not $whole -and -not (Test-Path -LiteralPath $zip)) {
            {{Download(package)}}
            }
            """
        );

    private static PowerShellText Download(EnginePackage package) =>
        package.Url is { } url
            ? PowerShellText.Of(
                $$"""
                    # Windows Server 2016 offers TLS 1.0 alone by itself, and the servers refuse that.
                    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
                    New-Item -ItemType Directory -Force -Path {{HostPaths.Cache}} | Out-Null
                    Invoke-WebRequest -UseBasicParsing -Uri {{url}} -OutFile $zip
                """
            )
            : PowerShellText.Of(
                $$"""
                    throw {{$"Copy the engine's package to {Zip(package)} first: the spec names no address to fetch it from."}}
                """
            );

    // The manifest before the first program, as mullion apply does: what is half unpacked is known, and is unpacked again.
    private static PowerShellText Unpack { get; } =
        PowerShellText.Lines(
            PowerShellText.Of(
                $$"""
                if (-not $whole) {
                    $actual = (Get-FileHash -LiteralPath $zip -Algorithm SHA256).Hash.ToLowerInvariant()
                    if ($actual -ne $sha256) {
                        Remove-Item -LiteralPath $zip
                        throw {{"The package is not what the spec names: somebody changed it on the way, or the checksum is wrong. It has SHA-256 "}} + $actual
                    }
                """
            ),
            PowerShellText.Of(
                $$"""
                    $unpacked = Join-Path $env:TEMP ('mullion-' + $sha256)
                    if (Test-Path -LiteralPath $unpacked) {
                        Remove-Item -LiteralPath $unpacked -Recurse -Force
                    }
                    Expand-Archive -LiteralPath $zip -DestinationPath $unpacked
                    $top = (Resolve-Path -LiteralPath (Join-Path $unpacked 'docker')).ProviderPath
                    $files = @{}
                    foreach ($file in @(Get-ChildItem -LiteralPath $top -Recurse -File -Force)) {
                        $files[$file.FullName.Substring($top.Length + 1)] = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
                    }
                    if (-not $files.ContainsKey({{EnginePrograms.Engine}})) {
                        throw {{$"The package holds no docker/{EnginePrograms.Engine}."}}
                    }
                """
            ),
            new PowerShellText(
                """
                    New-Item -ItemType Directory -Force -Path $programs | Out-Null
                    $note = @{ version = $version; package = $sha256; files = $files } | ConvertTo-Json
                    [IO.File]::WriteAllText($manifest, $note)
                    Copy-Item -Path (Join-Path $top '*') -Destination $programs -Recurse -Force
                    Remove-Item -LiteralPath $unpacked -Recurse -Force
                    Remove-Item -LiteralPath $zip
                """.ReplaceLineEndings("\n")
            ),
            PowerShellText.Of(
                $$"""
                    foreach ($folder in {{new[] { HostPaths.Cache, HostPaths.Mullion }}}) {
                        if (-not (Get-ChildItem -LiteralPath $folder -Force)) {
                            Remove-Item -LiteralPath $folder
                        }
                    }
                }
                """
            )
        );

    private static PowerShellText Remove(EnginePackage package) =>
        PowerShellText.Of(
            $$"""
            if (Test-Path -LiteralPath $manifest) {
                $files = (Get-Content -LiteralPath $manifest -Raw | ConvertFrom-Json).files
                foreach ($file in @($files.PSObject.Properties)) {
                    $path = Join-Path $programs $file.Name
                    if (-not (Test-Path -LiteralPath $path)) {
                        continue
                    }
                    if ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -eq $file.Value) {
                        Remove-Item -LiteralPath $path -Force
                    }
                    else {
                        Write-Warning ({{"It was changed since and stays: "}} + $path)
                    }
                }
                Remove-Item -LiteralPath $manifest
                if (-not (Get-ChildItem -LiteralPath $programs -Recurse -File -Force)) {
                    Remove-Item -LiteralPath $programs -Recurse -Force
                }
            }
            Write-Warning {{$"{package.DataFolder}, with images and containers, and the engine's NAT network stay: they may have been there before."}}
            """
        );
}
