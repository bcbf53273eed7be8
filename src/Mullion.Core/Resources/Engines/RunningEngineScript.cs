using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Engines;

/// <summary>Checks an engine that was there before, by hand. It is never changed.</summary>
internal static class RunningEngineScript
{
    public static ResourceScript Of(RunningEngine engine) =>
        new(
            "The engine that is there is used and stays as it is.",
            PowerShellText.Lines([
                PowerShellText.Of(
                    $$"""
                    if (-not (Get-Service -Name {{engine.Name}} -ErrorAction SilentlyContinue)) {
                        throw {{$"There is no service {engine.Name}: install an engine, or name one in the spec (engine.version) and print this script anew."}}
                    }
                    Wait-For {{$"the engine of the service {engine.Name}"}} 120 { Get-EngineInfo 'ServerVersion' }
                    if ((Get-EngineInfo 'OSType') -ne 'windows') {
                        throw {{"The engine does not run Windows containers: switch it over."}}
                    }
                    """
                ),
                .. engine.Version is { } version
                    ? [Version(version)]
                    : Array.Empty<PowerShellText>(),
            ])
        );

    private static PowerShellText Version(string version) =>
        PowerShellText.Of(
            $$"""
            $version = Get-EngineInfo 'ServerVersion'
            if ($version -ne {{version}}) {
                throw {{$"The spec wants engine {version} and does not replace the one that is there: "}} + $version
            }
            """
        );
}
