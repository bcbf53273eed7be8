namespace Mullion.Core.Hosts;

/// <summary>One rule of the Windows firewall.</summary>
/// <param name="Id">The unique id (InstanceID); unlike the display name it never repeats.</param>
/// <param name="DisplayName">What people see.</param>
/// <param name="Description">Why it is there.</param>
/// <param name="Inbound">True for inbound, false for outbound.</param>
/// <param name="Allow">True to allow, false to block.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
/// <param name="LocalPorts">Ports or ranges, comma separated, or <c>Any</c>.</param>
/// <param name="RemoteAddresses">Addresses, ranges or keywords, comma separated, or <c>Any</c>.</param>
/// <param name="Profiles"><c>Any</c>, or of <c>Domain,Private,Public</c>.</param>
/// <param name="Enabled">False when it is there but not in force.</param>
public sealed record FirewallRule(
    string Id,
    string DisplayName,
    string Description,
    bool Inbound,
    bool Allow,
    string Protocol,
    string LocalPorts,
    string RemoteAddresses,
    string Profiles,
    bool Enabled
);
