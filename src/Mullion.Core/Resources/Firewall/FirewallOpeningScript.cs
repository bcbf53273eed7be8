using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Firewall;

/// <summary>Makes a firewall rule by hand, under its id; one that has the id is made anew, so that every field is as wanted.</summary>
internal static class FirewallOpeningScript
{
    public static ResourceScript Of(FirewallOpening opening, FirewallRule rule) =>
        new(
            $"{opening.Purpose} comes in on {rule.Protocol} {rule.LocalPorts}.",
            PowerShellText.Lines(
                Remove(rule),
                PowerShellText.Of(
                    $$"""
                    $rule = @{
                        Name = {{rule.Id}}
                        DisplayName = {{rule.DisplayName}}
                        Description = {{rule.Description}}
                        Direction = {{(rule.Inbound ? "Inbound" : "Outbound")}}
                        Action = {{(rule.Allow ? "Allow" : "Block")}}
                        Protocol = {{rule.Protocol}}
                        LocalPort = {{rule.LocalPorts.Split(',')}}
                        RemoteAddress = {{rule.RemoteAddresses.Split(',')}}
                        Profile = {{rule.Profiles.Split(',')}}
                        Enabled = {{(rule.Enabled ? "True" : "False")}}
                    }
                    New-NetFirewallRule @rule | Out-Null
                    """
                )
            ),
            Remove(rule)
        );

    private static PowerShellText Remove(FirewallRule rule) =>
        PowerShellText.Of(
            $$"""
            if (Get-NetFirewallRule -Name {{rule.Id}} -ErrorAction SilentlyContinue) {
                Remove-NetFirewallRule -Name {{rule.Id}}
            }
            """
        );
}
