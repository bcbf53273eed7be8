using System.Globalization;
using Mullion.Core.Certificates;
using Mullion.Core.Findings;
using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>What only shows once a host is a member: the card that HNS took, and the node's certificate.</summary>
internal sealed class MembershipChecks(IHost host)
{
    public async Task<IReadOnlyList<Finding>> OfAsync(
        SwarmMembership resource,
        CancellationToken cancellation
    ) => [.. await AddressAsync(resource, cancellation), .. Certificate()];

    /// <summary>
    /// Overlay traffic comes from the address that HNS took, whatever the swarm was told (swarm-protocol.md, 12).
    /// </summary>
    private async Task<IEnumerable<Finding>> AddressAsync(
        SwarmMembership resource,
        CancellationToken cancellation
    )
    {
        if ((resource.DataPathAddress ?? resource.AdvertiseAddress) is not { } planned)
        {
            return [];
        }

        var taken = (await new EngineNetworks(host).OverlaysAsync(cancellation))
            .Select(n => n.ManagementAddress)
            .OfType<string>()
            .Distinct()
            .ToList();
        return taken.Count == 0 ? []
            : taken.TrueForAll(a => a == planned)
                ?
                [
                    Finding.Ok(
                        "hns-address",
                        $"Windows carries overlay networks on {planned}, as planned."
                    ),
                ]
            :
            [
                Finding.Warn(
                    "hns-address",
                    $"Windows carries overlay networks on {string.Join(", ", taken)}, and {planned} was planned: other nodes send to the one and get answers from the other.",
                    "Set dataPathAddress to the address that Windows took; or disable the other card, remove the node and apply again."
                ),
            ];
    }

    private IEnumerable<Finding> Certificate()
    {
        const string File = HostPaths.EngineData + @"\swarm\certificates\swarm-node.crt";
        if (
            host.Files.Find(File) is null
            || CertificateFacts.Read(host.Files.ReadAllText(File)) is not { } certificate
        )
        {
            return [];
        }

        var now = host.Clock.GetUtcNow();
        // The engine renews it at half to four fifths of its time (swarm-protocol.md, 3): in the last tenth it has failed to.
        var late = (certificate.NotAfter - certificate.NotBefore) / 10;
        var day = certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return certificate.NotAfter - now > late
            ? []
            :
            [
                Finding.Warn(
                    "node-certificate",
                    certificate.NotAfter < now
                        ? $"The node's swarm certificate expired on {day}: no manager takes it any more."
                        : $"The node's swarm certificate ends on {day}, and the engine has not renewed it.",
                    certificate.NotAfter < now
                        ? "Remove the node and apply again; a manager gives it a new one."
                        : "See that the host reaches a manager on TCP 2377 and that its clock is right; docker info says what is wrong."
                ),
            ];
    }
}
