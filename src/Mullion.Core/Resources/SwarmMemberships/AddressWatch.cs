using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>
/// A vSwitch made or removed leaves its NIC without an address for a while. Which ones must come back is what the node uses, or else
/// what was there when the watch began: a NIC without an address may be so for good.
/// </summary>
internal sealed class AddressWatch
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly IHost _host;
    private readonly HashSet<string> _wanted;

    public AddressWatch(IHost host, SwarmMembership resource)
    {
        _host = host;
        var used = new[] { resource.AdvertiseAddress, resource.DataPathAddress }
            .OfType<string>()
            .ToHashSet();
        _wanted = used.Count > 0 ? used : Now();
    }

    /// <summary>Waits until they are back.</summary>
    public Task BackAsync(Action<string> report, CancellationToken cancellation)
    {
        report($"waiting for {string.Join(", ", _wanted)} on the interfaces");
        return Poll.UntilAsync(
            _host.Clock,
            Limit,
            Now,
            _wanted.IsSubsetOf,
            all =>
                $"{string.Join(", ", _wanted.Except(all))} did not come back: the host has {string.Join(", ", all)}.",
            cancellation,
            "Look at the network adapters of the host (ipconfig), then run the command again: it goes on from here."
        );
    }

    private HashSet<string> Now() =>
        [
            .. _host
                .Network.Interfaces()
                .Where(i => i.Up && i.External)
                .SelectMany(i => i.Addresses)
                .Where(a => a.Contains('.')),
        ];
}
