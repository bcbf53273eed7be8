namespace Mullion.Core.Hosts;

/// <summary>Windows Defender Firewall. Profiles are read and never changed. What was changed is safe when a call returns.</summary>
/// <remarks>Rules lie in the hive SYSTEM: see <see cref="IHostServices"/>.</remarks>
public interface IHostFirewall
{
    /// <summary>The profiles, with what a policy makes of them. They are somebody's decision, and never changed.</summary>
    IReadOnlyList<FirewallProfile> Profiles();

    /// <summary>The rule with an id (the <c>Name</c> of Get-NetFirewallRule); null when there is none.</summary>
    FirewallRule? Find(string id);

    /// <summary>Adds a rule; its id must be free.</summary>
    void Add(FirewallRule rule);

    /// <summary>Replaces the rule with the same id.</summary>
    void Replace(FirewallRule rule);

    /// <summary>Removes the rule with an id.</summary>
    void Remove(string id);
}
