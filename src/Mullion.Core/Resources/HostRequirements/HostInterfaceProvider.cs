using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Scripts;

namespace Mullion.Core.Resources.HostRequirements;

/// <summary>Finds the chosen interface, and says why when it is not exactly one.</summary>
internal sealed class HostInterfaceProvider(IHost host) : RequirementProvider<HostInterface>
{
    // After a boot and after a vSwitch was made, addresses come late (hcn.md, 8).
    private static readonly TimeSpan AddressLimit = TimeSpan.FromSeconds(60);

    protected override ResourceScript Render(HostInterface resource) =>
        HostInterfaceScript.Of(resource);

    protected override async Task<IReadOnlyList<Finding>> CheckAsync(
        HostInterface resource,
        ReadContext context,
        CancellationToken cancellation
    )
    {
        var all = await Poll.ForAsync(
            host.Clock,
            AddressLimit,
            () => Task.FromResult(host.Network.Interfaces()),
            seen => Check(resource, seen).Severity == Severity.Ok || !AddressesMayCome(seen),
            cancellation
        );
        return [Check(resource, all)];
    }

    private static bool AddressesMayCome(IReadOnlyList<NetworkInterface> all) =>
        all.Any(i => i.Up && i.Addresses.Count == 0);

    private static Finding Check(HostInterface resource, IReadOnlyList<NetworkInterface> all)
    {
        var found = all.Where(i => Matches(resource, i)).ToList();
        var seen = string.Join("; ", all.Select(Describe));

        if (found.Count != 1)
        {
            return Finding.Refuse(
                "interface",
                found.Count == 0
                    ? $"No interface is {Wanted(resource)}."
                    : $"{found.Count} interfaces are {Wanted(resource)}: {string.Join(", ", found.Select(i => i.Name))}.",
                "Choose one under nodes[].interface by name, mac or address."
            ) with
            {
                Evidence = seen,
            };
        }

        var nic = found[0];
        if (nic.Addresses.Count == 0)
        {
            return Finding.Refuse(
                "interface",
                $"{nic.Name} has no address.",
                "Give it one, or choose another under nodes[].interface."
            ) with
            {
                Evidence = seen,
            };
        }

        var missing = resource.Carries.Where(a => !nic.Addresses.Contains(a)).ToList();
        if (missing.Count > 0)
        {
            return Finding.Refuse(
                "interface",
                $"{nic.Name} does not have {string.Join(", ", missing)}; it has {string.Join(", ", nic.Addresses)}.",
                "Give advertiseAddress and dataPathAddress an address of the chosen interface."
            ) with
            {
                Evidence = seen,
            };
        }

        return nic.Up
            ? Finding.Ok("interface", $"{Describe(nic)} carries the node's traffic.")
            : Finding.Refuse(
                "interface",
                $"{nic.Name} is not connected.",
                "Connect it, or choose another."
            );
    }

    private static bool Matches(HostInterface wanted, NetworkInterface nic)
    {
        if (wanted.Alias is { } alias)
        {
            return Same(nic.Name, alias) || Same(nic.Name, $"vEthernet ({alias})");
        }

        // A vSwitch's host adapter has the MAC of the NIC it took, which then has no address of its own.
        if (wanted.Mac is { } mac)
        {
            return Same(nic.Mac.Replace(':', '-'), mac.Replace(':', '-'))
                && nic.Addresses.Count > 0;
        }

        if (wanted.Address is { } address)
        {
            return nic.Addresses.Contains(address);
        }

        return nic.Up && nic.Addresses.Count > 0 && nic.External;
    }

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Wanted(HostInterface resource) =>
        resource switch
        {
            { Alias: { } alias } => $"named {alias}",
            { Mac: { } mac } => $"one with MAC {mac} and an address",
            { Address: { } address } => $"one with the address {address}",
            _ => "connected and has an address",
        };

    private static string Describe(NetworkInterface nic) =>
        $"{nic.Name} ({nic.Mac}, {(nic.Addresses.Count == 0 ? "no address" : string.Join(" ", nic.Addresses))})";
}
