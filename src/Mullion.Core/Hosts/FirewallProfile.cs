namespace Mullion.Core.Hosts;

/// <summary>A profile of Windows Defender Firewall (<c>Get-NetFirewallProfile -PolicyStore ActiveStore</c>).</summary>
/// <param name="Name"><c>Domain</c>, <c>Private</c> or <c>Public</c>.</param>
/// <param name="Active">Whether a network that is connected has it.</param>
/// <param name="Enabled">Whether the firewall is on in it.</param>
/// <param name="LocalRules">
/// False where a group policy lets only its own rules count (<c>AllowLocalFirewallRules</c>): rules that are added on the host do nothing.
/// </param>
public sealed record FirewallProfile(string Name, bool Active, bool Enabled, bool LocalRules);
