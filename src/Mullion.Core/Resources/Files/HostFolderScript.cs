using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Files;

/// <summary>Makes a folder by hand.</summary>
internal static class HostFolderScript
{
    public static ResourceScript Of(HostFolder folder) =>
        new(
            $"Files of the node go to {folder.Path}.",
            PowerShellText.Lines([
                PowerShellText.Of(
                    $$"""
                    New-Item -ItemType Directory -Force -Path {{folder.Path}} | Out-Null
                    """
                ),
                .. folder.Private
                    ?
                    [
                        PowerShellText.Of(
                            $$"""
                            Invoke-Native icacls.exe @({{folder.Path}}, '/inheritance:r', '/grant:r', '*S-1-5-18:(OI)(CI)F', '/grant:r', '*S-1-5-32-544:(OI)(CI)F')
                            """
                        ),
                    ]
                    : Array.Empty<PowerShellText>(),
            ]),
            PowerShellText.Of(
                $$"""
                if ((Test-Path -LiteralPath {{folder.Path}}) -and -not (Get-ChildItem -LiteralPath {{folder.Path}} -Force)) {
                    Remove-Item -LiteralPath {{folder.Path}}
                }
                """
            )
        );
}
