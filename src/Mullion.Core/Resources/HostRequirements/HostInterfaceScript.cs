using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Finds the chosen interface, by hand.</summary>
internal static class HostInterfaceScript
{
    public static ResourceScript Of(HostInterface nic) =>
        new(
            "The interface that carries the node's traffic is chosen, not guessed; a vSwitch may have made it vEthernet (NAME).",
            PowerShellText.Lines([
                PowerShellText.Of(
                    $$"""
                    $nics = @(Get-NetAdapter | Where-Object { {{Matches(nic)}} } | Where-Object {
                        Get-NetIPAddress -InterfaceIndex $_.ifIndex -AddressFamily IPv4 -ErrorAction SilentlyContinue
                    })
                    if ($nics.Count -ne 1) {
                        throw {{$"Exactly one interface with an address must be {nic.Title}. There are: "}} + $nics.Count
                    }
                    if ($nics[0].Status -ne 'Up') {
                        throw {{$"The interface {nic.Title} is not connected."}}
                    }
                    """
                ),
                .. nic.Carries.Select(address =>
                    PowerShellText.Of(
                        $$"""
                        if (-not (Get-NetIPAddress -IPAddress {{address}} -InterfaceIndex $nics[0].ifIndex -ErrorAction SilentlyContinue)) {
                            throw {{$"The interface {nic.Title} does not have the address {address}."}}
                        }
                        """
                    )
                ),
            ])
        );

    private static PowerShellText Matches(HostInterface nic) =>
        nic switch
        {
            { Alias: { } alias } => PowerShellText.Of(
                $"{new[] { alias, $"vEthernet ({alias})" }} -contains $_.Name"
            ),
            { Mac: { } mac } => PowerShellText.Of($"$_.MacAddress -eq {mac.Replace(':', '-')}"),
            { Address: { } address } => PowerShellText.Of(
                $"Get-NetIPAddress -IPAddress {address} -InterfaceIndex $_.ifIndex -ErrorAction SilentlyContinue"
            ),
            // The engine's own NAT network reaches no other host.
            _ => PowerShellText.Of($"$_.Status -eq 'Up' -and $_.Name -ne 'vEthernet (nat)'"),
        };
}
