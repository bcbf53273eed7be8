using System.Globalization;
using Mullion.Core.Findings;

namespace Mullion.Core.Limitations;

/// <summary>The end of the swarm's root CA, after which no node gets in or stays.</summary>
internal static class ExpiryLimits
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(90);

    public static IEnumerable<Finding> Of(LimitScope scope)
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
