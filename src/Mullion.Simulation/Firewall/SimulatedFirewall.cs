using Mullion.Core.Hosts;

namespace Mullion.Simulation.Firewall;

/// <summary>Windows Defender Firewall of a simulated host.</summary>
public sealed class SimulatedFirewall : IHostFirewall
{
    private const int InvalidParameter = 87;

    private readonly SimulatedHost _host;

    internal SimulatedFirewall(SimulatedHost host) => _host = host;

    private Dictionary<string, FirewallRule> Rules => _host.State.Firewall;

    /// <inheritdoc/>
    // A server that is in no domain and has not been asked takes its networks for public.
    public IReadOnlyList<FirewallProfile> Profiles() =>
        _host.Gate.Run<IReadOnlyList<FirewallProfile>>(
            "firewall.profiles",
            "",
            () =>
                [
                    .. new[] { "Domain", "Private", "Public" }.Select(name => new FirewallProfile(
                        name,
                        Active: name == "Public",
                        Enabled: true,
                        LocalRules: !_host.State.Machine.PolicyProfiles.Contains(name)
                    )),
                ]
        );

    /// <inheritdoc/>
    public FirewallRule? Find(string id) =>
        _host.Gate.Run("firewall.find", id, () => Rules.GetValueOrDefault(id));

    /// <summary>All rules. Display names may repeat and may be localised.</summary>
    public IReadOnlyList<FirewallRule> List() =>
        _host.Gate.Run<IReadOnlyList<FirewallRule>>(
            "firewall.list",
            "",
            () => [.. Rules.Values.OrderBy(r => r.Id, StringComparer.OrdinalIgnoreCase)]
        );

    /// <inheritdoc/>
    public void Add(FirewallRule rule) =>
        _host.Gate.Run(
            "firewall.add",
            rule.Id,
            () =>
            {
                Check("firewall.add", rule);
                if (!Rules.TryAdd(rule.Id, rule))
                {
                    throw _host.Error("firewall.add", rule.Id, WindowsError.AlreadyExists);
                }
            }
        );

    /// <inheritdoc/>
    public void Replace(FirewallRule rule) =>
        _host.Gate.Run(
            "firewall.replace",
            rule.Id,
            () =>
            {
                Check("firewall.replace", rule);
                Rules[Existing("firewall.replace", rule.Id).Id] = rule;
            }
        );

    /// <inheritdoc/>
    public void Remove(string id) =>
        _host.Gate.Run(
            "firewall.remove",
            id,
            () => Rules.Remove(Existing("firewall.remove", id).Id)
        );

    /// <summary>Puts a rule beneath the gate: another administrator, or a test's perturbation.</summary>
    public void Put(FirewallRule rule)
    {
        lock (_host.Sync)
        {
            Rules[rule.Id] = rule;
        }
    }

    /// <summary>Removes a rule beneath the gate.</summary>
    public void Take(string id)
    {
        lock (_host.Sync)
        {
            Rules.Remove(id);
        }
    }

    // INetFwRules::Item gives HRESULT 0x80070002 for a name that is not there.
    private FirewallRule Existing(string operation, string id) =>
        Rules.TryGetValue(id, out var rule)
            ? rule
            : throw _host.Error(operation, id, WindowsError.FileNotFound);

    private void Check(string operation, FirewallRule rule)
    {
        if (
            rule.Id.Length == 0
            || rule.Id.Contains('|')
            || rule.Protocol is not ("TCP" or "UDP")
            || !FirewallSyntax.ArePorts(rule.LocalPorts)
            || !FirewallSyntax.AreAddresses(rule.RemoteAddresses)
            || !FirewallSyntax.AreProfiles(rule.Profiles)
        )
        {
            throw _host.Error(operation, rule.Id, InvalidParameter);
        }
    }
}
