using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Firewall;

/// <summary>A firewall rule as the fields of a state, and back.</summary>
internal static class FirewallFields
{
    public static ResourceState From(FirewallRule rule) =>
        new(
            ("displayName", rule.DisplayName),
            ("description", rule.Description),
            ("direction", rule.Inbound ? "in" : "out"),
            ("action", rule.Allow ? "allow" : "block"),
            ("protocol", rule.Protocol),
            ("localPorts", rule.LocalPorts),
            ("remoteAddresses", rule.RemoteAddresses),
            ("profiles", rule.Profiles),
            ("enabled", rule.Enabled ? "yes" : "no")
        );

    public static FirewallRule Rule(string id, ResourceState state) =>
        new(
            id,
            state["displayName"]!,
            state["description"]!,
            state["direction"] == "in",
            state["action"] == "allow",
            state["protocol"]!,
            state["localPorts"]!,
            state["remoteAddresses"]!,
            state["profiles"]!,
            state["enabled"] == "yes"
        );
}
