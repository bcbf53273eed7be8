using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.WindowsFeatures;

/// <summary>Turns a feature on, by hand. Whether it was on before nobody knows afterwards, so it is not turned off.</summary>
internal static class WindowsFeatureScript
{
    public static ResourceScript Of(WindowsFeature feature) =>
        new(
            $"The engine needs the Windows feature {feature.Name}. Windows enables it at a restart.",
            PowerShellText.Of(
                $$"""
                $state = "$((Get-WindowsOptionalFeature -Online -FeatureName {{feature.Name}}).State)"
                if ($state -ne 'Enabled' -and $state -ne 'EnablePending') {
                    Enable-WindowsOptionalFeature -Online -FeatureName {{feature.Name}} -All -NoRestart | Out-Null
                    $state = "$((Get-WindowsOptionalFeature -Online -FeatureName {{feature.Name}}).State)"
                }
                if ($state -ne 'Enabled') {
                    throw {{$"The feature {feature.Name} waits for a restart: run Restart-Computer, then this script again."}}
                }
                """
            ),
            PowerShellText.Of(
                $$"""
                Write-Warning {{$"The feature {feature.Name} stays: it may have been there before. To disable it: Disable-WindowsOptionalFeature -Online -FeatureName {feature.Name}"}}
                """
            )
        );
}
