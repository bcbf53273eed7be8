using Mullion.Core.Resources.Engines;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>An engine's settings, by hand: in daemon.json, whose other keys stay. What the service's arguments say is left to a person.</summary>
internal static class EngineSettingsScript
{
    public static ResourceScript Of(EngineSettings settings) =>
        new(
            "Settings of the engine, in daemon.json. The same key may not stand in the arguments of its service too, or it does not start.",
            PowerShellText.Lines([
                Open(settings),
                .. settings.Settings.Select(s => Put(s.Key, s.Value)),
                Write,
                Restart,
            ]),
            PowerShellText.Lines([
                Open(settings),
                .. settings.Settings.Select(s => Remove(s.Key, s.Value)),
                Write,
                Restart,
            ])
        );

    private static PowerShellText Open(EngineSettings settings) =>
        PowerShellText.Of(
            $$"""
            $file = {{settings.File}}
            $settings = [pscustomobject] @{}
            if (Test-Path -LiteralPath $file) {
                $settings = Get-Content -LiteralPath $file -Raw -Encoding UTF8 | ConvertFrom-Json
            }
            $arguments = ''
            if (Get-Service -Name {{SettledEngine.Service}} -ErrorAction SilentlyContinue) {
                $arguments = (Get-ItemProperty -LiteralPath {{$@"HKLM:\SYSTEM\CurrentControlSet\Services\{SettledEngine.Service}"}}).ImagePath
            }
            $before = ConvertTo-Json -InputObject $settings -Depth 9 -Compress
            """
        );

    private static PowerShellText Put(string key, string json)
    {
        var flag = EngineKeys.All[key];
        var pattern = flag.Letter is { } letter
            ? $"\\s(--{flag.Flag}(\\s|=|$)|-{letter})"
            : $"\\s--{flag.Flag}(\\s|=|$)";
        return PowerShellText.Of(
            $$"""
            if ($arguments -cmatch {{pattern}}) {
                throw {{$"The service {SettledEngine.Service} has {key} in its arguments: change it there, or take it out (dockerd --unregister-service, then --register-service with the others). They are: "}} + $arguments
            }
            $settings | Add-Member -Force -NotePropertyName {{key}} -NotePropertyValue (ConvertFrom-Json {{$"{{\"value\": {json}}}"}}).value
            """
        );
    }

    private static PowerShellText Remove(string key, string json) =>
        PowerShellText.Of(
            $$"""
            $ours = (ConvertFrom-Json {{$"{{\"value\": {json}}}"}}).value
            if ($settings.PSObject.Properties[{{key}}] -and (ConvertTo-Json -InputObject $settings.PSObject.Properties[{{key}}].Value -Compress) -eq (ConvertTo-Json -InputObject $ours -Compress)) {
                $settings.PSObject.Properties.Remove({{key}})
            }
            """
        );

    // Without a byte order mark: dockerd before 23.0 does not take one.
    private static PowerShellText Write { get; } =
        PowerShellText.Of(
            $$"""
            if ($before -ne (ConvertTo-Json -InputObject $settings -Depth 9 -Compress)) {
                New-Item -ItemType Directory -Force -Path (Split-Path $file) | Out-Null
                [IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $settings -Depth 9))
                $changed = $true
            }
            else {
                $changed = $false
            }
            """
        );

    private static PowerShellText Restart { get; } =
        PowerShellText.Of(
            $$"""
            if ($changed -and $arguments) {
                Restart-Service -Name {{SettledEngine.Service}}
                Wait-For 'the engine' 120 { Get-EngineInfo 'ServerVersion' }
            }
            """
        );
}
