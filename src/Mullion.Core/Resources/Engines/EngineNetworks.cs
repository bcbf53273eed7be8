using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// The HNS networks that an engine makes by itself: one NAT network called nat, and one overlay network for each swarm network it
/// serves, named by the swarm's network id (hcn.md, 7.8). Every other network is somebody else's.
/// </summary>
internal sealed class EngineNetworks(IHost host)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>A network's name among the places that a resource claims. By name: HNS deals out ids anew at a boot.</summary>
    public static string Place(HnsNetwork network) => "hns:" + network.Name;

    /// <summary>Those that are there, once HNS lists all it has.</summary>
    public async Task<IReadOnlyList<HnsNetwork>> AllAsync(CancellationToken cancellation)
    {
        var all = await Poll.ForAsync(
            host.Clock,
            Limit,
            () => Task.FromResult(host.Network.HnsNetworks()),
            Complete,
            cancellation
        );
        return [.. all.Where(n => IsOverlay(n) || (Same(n.Type, "nat") && Same(n.Name, "nat")))];
    }

    /// <summary>The overlay networks alone.</summary>
    public async Task<IReadOnlyList<HnsNetwork>> OverlaysAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(IsOverlay)];

    // For some seconds after a boot HNS does not list its persistent networks (windows-failures.md, A8); their host adapters show
    // that they are still to come.
    private bool Complete(IReadOnlyList<HnsNetwork> networks) =>
        host
            .Network.Interfaces()
            .Where(i => i.Name.StartsWith("vEthernet (", StringComparison.OrdinalIgnoreCase))
            .Select(i => i.Name["vEthernet (".Length..^1])
            .All(name => networks.Any(n => Same(n.Name, name) || Same(n.Adapter ?? "", name)));

    private static bool IsOverlay(HnsNetwork network) =>
        Same(network.Type, "overlay")
        && network.Name.Length == 25
        && network.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
