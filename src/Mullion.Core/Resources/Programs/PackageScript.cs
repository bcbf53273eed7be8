using Mullion.Core.Hosts;
using Mullion.Core.Resources.Archives;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Programs;

/// <summary>Fetches, checks and unpacks programs, by hand, and takes them away by the manifest that was left beside them.</summary>
/// <param name="version">Their version.</param>
/// <param name="archive">The package.</param>
/// <param name="folder">Where they go.</param>
/// <param name="layout">What is taken of it.</param>
internal sealed class PackageScript(
    string version,
    HostArchive archive,
    string folder,
    PackageLayout layout
)
{
    /// <summary>Where they are, and where it is noted which of the files were unpacked.</summary>
    public PowerShellText Folders =>
        PowerShellText.Of(
            $$"""
            $programs = {{folder}}
            $manifest = {{ProgramManifest.PathIn(folder)}}
            """
        );

    /// <summary>Fetches, checks and unpacks.</summary>
    public PowerShellText Install => PowerShellText.Lines(Fetch, Check, Unpack, Tidy);

    /// <summary>Deletes what was unpacked and is as it was.</summary>
    public PowerShellText Remove { get; } =
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
            """
        );

    // Expand-Archive of Windows PowerShell 5.1 looks at the extension.
    private string Package => $@"{HostPaths.Cache}\{archive.Sha256}{Extension}";

    private string Extension =>
        layout.Format switch
        {
            PackageFormat.Zip => ".zip",
            PackageFormat.TarGz => ".tar.gz",
            _ => ".exe",
        };

    private PowerShellText Fetch =>
        PowerShellText.Of(
            $$"""
            $version = {{version}}
            $sha256 = {{archive.Sha256}}
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
                throw {{$"{folder} is there already and holds somebody's files: move them away first."}}
            }
            $package = {{Package}}
            if (-not $whole -and -not (Test-Path -LiteralPath $package)) {
            {{Download}}
            }
            """
        );

    private PowerShellText Download =>
        archive.Url is { } url
            ? PowerShellText.Of(
                $$"""
                    # Windows Server 2016 offers TLS 1.0 alone by itself, and the servers refuse that.
                    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
                    New-Item -ItemType Directory -Force -Path {{HostPaths.Cache}} | Out-Null
                    Invoke-WebRequest -UseBasicParsing -Uri {{url}} -OutFile $package
                """
            )
            : PowerShellText.Of(
                $$"""
                    throw {{$"Copy {char.ToLowerInvariant(archive.Title[0])}{archive.Title[1..]} to {Package} first: the spec names no address to fetch it from."}}
                """
            );

    private static PowerShellText Check { get; } =
        PowerShellText.Of(
            $$"""
            if (-not $whole) {
                $actual = (Get-FileHash -LiteralPath $package -Algorithm SHA256).Hash.ToLowerInvariant()
                if ($actual -ne $sha256) {
                    Remove-Item -LiteralPath $package
                    throw ({{"The package is not what the spec names: somebody changed it on the way, or the checksum is wrong. It has SHA-256 "}} + $actual)
                }
            """
        );

    // The manifest before the first program, as mullion apply does: what is half unpacked is known, and is unpacked again.
    private PowerShellText Unpack =>
        PowerShellText.Lines([
            PowerShellText.Of(
                $$"""
                    $unpacked = Join-Path $env:TEMP ('mullion-' + $sha256)
                    if (Test-Path -LiteralPath $unpacked) {
                        Remove-Item -LiteralPath $unpacked -Recurse -Force
                    }
                {{Expand}}
                    $top = (Resolve-Path -LiteralPath {{Top}}).ProviderPath
                """
            ),
            .. layout.Left.Select(name =>
                PowerShellText.Of(
                    $$"""
                        Remove-Item -LiteralPath (Join-Path $top {{name}}) -Force -ErrorAction SilentlyContinue
                    """
                )
            ),
            PowerShellText.Of(
                $$"""
                    $files = @{}
                    foreach ($file in @(Get-ChildItem -LiteralPath $top -Recurse -File -Force)) {
                        $files[$file.FullName.Substring($top.Length + 1)] = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
                    }
                    foreach ($program in {{layout.Programs.ToArray()}}) {
                        if (-not $files.ContainsKey($program)) {
                            throw ({{"The package does not hold "}} + $program)
                        }
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
                    Remove-Item -LiteralPath $package
                """.ReplaceLineEndings("\n")
            ),
        ]);

    private PowerShellText Top =>
        layout.Within.Length == 0
            ? new PowerShellText("$unpacked")
            : PowerShellText.Of($"(Join-Path $unpacked {layout.Within.Replace('/', '\\')})");

    private PowerShellText Expand =>
        layout.Format switch
        {
            PackageFormat.Zip => PowerShellText.Of(
                $"    Expand-Archive -LiteralPath $package -DestinationPath $unpacked"
            ),
            // Part of Windows from build 17063 on; what a node needs of Kubernetes begins with Server 2019.
            PackageFormat.TarGz => PowerShellText.Of(
                $$"""
                    New-Item -ItemType Directory -Path $unpacked | Out-Null
                    Invoke-Native tar.exe @('-x', '-z', '-f', $package, '-C', $unpacked)
                """
            ),
            _ => PowerShellText.Of(
                $$"""
                    New-Item -ItemType Directory -Path $unpacked | Out-Null
                    Copy-Item -LiteralPath $package -Destination (Join-Path $unpacked {{layout.Programs[
                    0
                ]}})
                """
            ),
        };

    private static PowerShellText Tidy { get; } =
        PowerShellText.Of(
            $$"""
                foreach ($folder in {{new[] { HostPaths.Cache, HostPaths.Mullion }}}) {
                    if (-not (Get-ChildItem -LiteralPath $folder -Force)) {
                        Remove-Item -LiteralPath $folder
                    }
                }
            }
            """
        );
}
