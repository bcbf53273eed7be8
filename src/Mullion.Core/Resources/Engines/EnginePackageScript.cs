using Mullion.Core.Resources.Programs;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Installs an engine by hand, where the build can run it, and takes its programs away.</summary>
internal static class EnginePackageScript
{
    public static ResourceScript Of(EnginePackage package)
    {
        var script = new PackageScript(
            package.Version,
            package.Archive,
            package.Folder,
            EnginePackage.Layout
        );
        return new ResourceScript(
            "The engine's programs, from a package of known SHA-256. Which files were unpacked is noted beside them: so they are told apart from others' later.",
            PowerShellText.Lines([script.Folders, .. CheckBuild(package), script.Install]),
            PowerShellText.Lines(
                script.Folders,
                script.Remove,
                PowerShellText.Of(
                    $"Write-Warning {$"{package.DataFolder}, with images and containers, and the engine's NAT network stay: they may have been there before."}"
                )
            )
        );
    }

    private static IEnumerable<PowerShellText> CheckBuild(EnginePackage package) =>
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
}
