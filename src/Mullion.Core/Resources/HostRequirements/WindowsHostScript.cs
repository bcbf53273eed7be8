using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>The checks of a machine, by hand.</summary>
internal static class WindowsHostScript
{
    public static ResourceScript Of(WindowsHost host) =>
        new(
            "A host that cannot be such a node is better told before anything is changed.",
            PowerShellText.Lines([
                PowerShellText.Of(
                    $$"""
                    $windows = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
                    $build = [int] $windows.CurrentBuildNumber
                    if ({{Text(host.Builds)}} -notcontains $build) {
                        throw {{$"Such a node can be Windows build {string.Join(", ", host.Builds)}. This host is build "}} + $build
                    }
                    """
                ),
                .. host.LeastRevisions.Select(least =>
                    PowerShellText.Of(
                        $$"""
                        if ($build -eq {{least.Key}} -and $windows.UBR -lt {{least.Value}}) {
                            throw {{$"Windows build {least.Key} needs update revision {least.Value} for overlay networks: install the latest cumulative update."}}
                        }
                        """
                    )
                ),
                PowerShellText.Of(
                    $$"""
                    if ($env:COMPUTERNAME -ne {{host.ComputerName}}) {
                        throw {{$"A Swarm node goes by its computer name. This should be {host.ComputerName}, and it is "}} + $env:COMPUTERNAME
                    }
                    if ([Environment]::ProcessorCount -lt {{host.Processors}}) {
                        throw {{$"The node needs {host.Processors} logical processors."}}
                    }
                    if ((Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory -lt {{host.MemoryBytes}}) {
                        throw {{$"The node needs {host.MemoryBytes} bytes of memory."}}
                    }
                    $disk = Get-CimInstance Win32_LogicalDisk | Where-Object { $_.DeviceID -eq $env:SystemDrive }
                    if ($disk.FreeSpace -lt {{host.FreeDiskBytes}}) {
                        Write-Warning {{$"A node wants {host.FreeDiskBytes} bytes free on the system drive before its installation begins."}}
                    }
                    """
                ),
            ])
        );

    private static IEnumerable<string> Text(IEnumerable<int> numbers) =>
        numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
