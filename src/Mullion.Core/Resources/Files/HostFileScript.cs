using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Files;

/// <summary>Writes a file by hand; known again by its content.</summary>
internal static class HostFileScript
{
    public static ResourceScript Of(HostFile file) =>
        new(
            $"{file.Path}, with the content that the node needs.",
            PowerShellText.Lines([
                Wanted(file),
                PowerShellText.Of(
                    $$"""
                    if (-not (Test-Path -LiteralPath $path)) {
                        New-Item -ItemType Directory -Force -Path (Split-Path -Parent $path) | Out-Null
                        [IO.File]::WriteAllText($path, $content)
                    }
                    elseif ([IO.File]::ReadAllText($path) -cne $content) {
                        throw {{$"{file.Path} is there already and says something else: move it away first."}}
                    }
                    """
                ),
                .. file.Private
                    ?
                    [
                        PowerShellText.Of(
                            $$"""
                            Invoke-Native icacls.exe @($path, '/inheritance:r', '/grant:r', '*S-1-5-18:F', '/grant:r', '*S-1-5-32-544:F')
                            """
                        ),
                    ]
                    : Array.Empty<PowerShellText>(),
            ]),
            PowerShellText.Lines(
                Wanted(file),
                PowerShellText.Of(
                    $$"""
                    if (-not (Test-Path -LiteralPath $path)) {
                        Write-Host {{$"{file.Path} is not there."}}
                    }
                    elseif ([IO.File]::ReadAllText($path) -ceq $content) {
                        Remove-Item -LiteralPath $path -Force
                    }
                    else {
                        Write-Warning {{$"{file.Path} was changed since and stays."}}
                    }
                    """
                )
            )
        );

    private static PowerShellText Wanted(HostFile file) =>
        PowerShellText.Of(
            $$"""
            $path = {{file.Path}}
            $content = {{file.Content.Split('\n')}} -join "`n"
            """
        );
}
