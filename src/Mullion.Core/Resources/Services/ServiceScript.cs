using System.Globalization;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Services;

/// <summary>Registers and runs a service, by hand; known again by its command line.</summary>
internal static class ServiceScript
{
    public static ResourceScript Of(Service service)
    {
        var config = service.Config;
        return new ResourceScript(
            $"Windows runs {config.DisplayName} as the service {config.Name}, and starts it anew when it fails.",
            PowerShellText.Lines([
                Find(config),
                Create(config),
                .. config.Recovery.Restarts.Count > 0
                    ? [Recovery(config)]
                    : Array.Empty<PowerShellText>(),
                PowerShellText.Of(
                    $$"""
                    Start-Service -Name {{config.Name}}
                    Wait-For {{$"the service {config.Name} to run"}} 120 { (Get-Service -Name {{config.Name}}).Status -eq 'Running' }
                    """
                ),
            ]),
            PowerShellText.Lines(Find(config), Remove(config))
        );
    }

    private static PowerShellText Find(ServiceConfig config) =>
        PowerShellText.Of(
            $$"""
            $image = ''
            if (Get-Service -Name {{config.Name}} -ErrorAction SilentlyContinue) {
                $image = (Get-ItemProperty -LiteralPath {{$@"HKLM:\SYSTEM\CurrentControlSet\Services\{config.Name}"}}).ImagePath
            }
            """
        );

    private static PowerShellText Create(ServiceConfig config) =>
        PowerShellText.Of(
            $$"""
            if (-not $image) {
                $service = @{
                    Name = {{config.Name}}
                    BinaryPathName = {{config.ImagePath}}
                    DisplayName = {{config.DisplayName}}
                    Description = {{config.Description}}
                    StartupType = {{config.Start.ToString()}}
                }
            {{Needs(config)}}
                New-Service @service | Out-Null
            }
            elseif ($image -ne {{config.ImagePath}}) {
                throw {{$"The service {config.Name} is there already and runs something else: "}} + $image
            }
            """
        );

    private static PowerShellText Needs(ServiceConfig config) =>
        config.Dependencies.Count > 0
            ? PowerShellText.Of($"    $service['DependsOn'] = {config.Dependencies}")
            : new PowerShellText("    # It needs no other service.");

    // The empty action at the end: without it the last restart would be repeated for ever.
    private static PowerShellText Recovery(ServiceConfig config)
    {
        var actions = config.Recovery.Restarts.Select(r =>
            string.Create(CultureInfo.InvariantCulture, $"restart/{(long)r.TotalMilliseconds}/")
        );
        var reset = ((long)config.Recovery.ResetAfter.TotalSeconds).ToString(
            CultureInfo.InvariantCulture
        );
        string[] words =
        [
            "failure",
            config.Name,
            "reset=",
            reset,
            "actions=",
            string.Concat(actions) + "/0",
        ];
        return PowerShellText.Of($"Invoke-Native sc.exe {words}");
    }

    private static PowerShellText Remove(ServiceConfig config) =>
        PowerShellText.Of(
            $$"""
            if ($image -eq {{config.ImagePath}}) {
                Stop-Service -Name {{config.Name}}
                Wait-For {{$"the service {config.Name} to stop"}} 120 { (Get-Service -Name {{config.Name}}).Status -eq 'Stopped' }
                Invoke-Native sc.exe {{new[] { "delete", config.Name }}}
                Wait-For {{$"the service {config.Name} to be gone; a program such as services.msc may still hold it"}} 120 {
                    -not (Get-Service -Name {{config.Name}} -ErrorAction SilentlyContinue)
                }
            }
            elseif ($image) {
                Write-Warning ({{$"The service {config.Name} is not Mullion's and stays: "}} + $image)
            }
            """
        );
}
