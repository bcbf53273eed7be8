using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.Firewall;

/// <summary>Adds, mends and removes rules by id. Profiles and other rules are never touched.</summary>
internal sealed class FirewallOpeningProvider(IHost host) : Provider<FirewallOpening>
{
    protected override ResourceState Desired(FirewallOpening resource) =>
        FirewallFields.From(
            new FirewallRule(
                resource.RuleId,
                resource.DisplayName
                    ?? $"Mullion: {resource.Purpose} ({resource.Protocol} {resource.LocalPorts})",
                "Lets other nodes of the cluster reach this one. Made by Mullion; removed with the node.",
                Inbound: true,
                Allow: true,
                resource.Protocol,
                resource.LocalPorts,
                resource.RemoteAddresses ?? "Any",
                // A vSwitch brings a new interface that begins as Public, so a rule for Domain alone would stop to apply.
                Profiles: "Any",
                Enabled: true
            )
        );

    protected override Task<ResourceState?> ReadAsync(
        FirewallOpening resource,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            host.Firewall.Find(resource.RuleId) is { } rule ? FirewallFields.From(rule) : null
        );

    protected override ResourceScript Render(FirewallOpening resource) =>
        FirewallOpeningScript.Of(resource, FirewallFields.Rule(resource.RuleId, Desired(resource)));

    protected override Task<StepOutcome> ApplyAsync(
        FirewallOpening resource,
        ResourceState? actual,
        StepContext context,
        CancellationToken cancellation
    ) => Put(resource, Desired(resource));

    protected override Task<StepOutcome> RevertAsync(
        FirewallOpening resource,
        Prior prior,
        StepContext context,
        CancellationToken cancellation
    ) => Put(resource, prior.State);

    private Task<StepOutcome> Put(FirewallOpening resource, ResourceState? wanted)
    {
        var there = host.Firewall.Find(resource.RuleId) is not null;
        switch (wanted, there)
        {
            case (null, true):
                host.Firewall.Remove(resource.RuleId);
                break;
            case ({ } state, true):
                host.Firewall.Replace(FirewallFields.Rule(resource.RuleId, state));
                break;
            case ({ } state, false):
                host.Firewall.Add(FirewallFields.Rule(resource.RuleId, state));
                break;
        }

        return Task.FromResult(StepOutcome.Done);
    }
}
