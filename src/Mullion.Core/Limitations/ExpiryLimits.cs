using System.Globalization;
using Mullion.Core.Findings;

namespace Mullion.Core.Limitations;

/// <summary>The swarm's root CA: its end, after which no node gets in or stays, and its replacement.</summary>
internal static class ExpiryLimits
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(90);

    public static IEnumerable<Finding> Of(LimitScope scope) => [.. Rotation(scope), .. End(scope)];

    /// <summary>Managers wait for every node that they know, also for one that will never come back.</summary>
    private static IEnumerable<Finding> Rotation(LimitScope scope)
    {
        if (!scope.Cluster.RootRotates)
        {
            return [];
        }

        var away = scope.Nodes.Where(n => !n.Ready).Select(n => $"{n.Name} ({n.State})").ToList();
        return
        [
            Finding.Warn(
                "root-rotation",
                away.Count == 0
                    ? "The swarm's root CA is being replaced."
                    : $"The swarm's root CA is being replaced, and that waits for {string.Join(", ", away)}.",
                away.Count == 0
                    ? "Wait until it is over (docker info on a manager: Root Rotation In Progress); join tokens change then."
                    : "Bring them back, or remove those that are gone for good: mullion node remove NAME --host-gone, or docker node rm."
            ),
        ];
    }

    private static IEnumerable<Finding> End(LimitScope scope)
    {
        if (scope.Cluster.RootExpires is not { } end || end - scope.Cluster.Time > Soon)
        {
            return [];
        }

        var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        const string Fix =
            "On a manager, while all nodes are up: docker swarm ca --rotate. Workers that are down then must join anew.";
        return
        [
            end < scope.Cluster.Time
                ? Finding.Refuse("root-expiry", $"The swarm's root CA expired on {day}.", Fix)
                : Finding.Warn("root-expiry", $"The swarm's root CA expires on {day}.", Fix),
        ];
    }
}
