using Mullion.Core.Specs;

namespace Mullion.Core.Blueprints;

/// <summary>The names under which clients reach a node's engine.</summary>
public static class EngineNames
{
    private const string AllAddresses = "0.0.0.0";

    /// <summary>DNS names.</summary>
    public static IReadOnlyList<string> Dns(NodeSpec node) => [node.Name.ToLowerInvariant()];

    /// <summary>Addresses: what the spec says, and else what its cards have; and where the engine listens.</summary>
    /// <param name="tls">How it listens.</param>
    /// <param name="node">The node.</param>
    /// <param name="cards">The addresses of its host's cards.</param>
    public static IReadOnlyList<string> Addresses(
        EngineTlsSpec tls,
        NodeSpec node,
        IReadOnlyList<string> cards
    ) =>
        [
            .. (
                node.AdvertiseAddress is { } advertised
                    ? new[] { advertised, node.DataPathAddress }.OfType<string>().Distinct()
                    : cards.Order(StringComparer.Ordinal)
            )
                .Append(tls.ListenAddress.Host)
                .Where(a => a != AllAddresses)
                .Distinct(),
        ];
}
