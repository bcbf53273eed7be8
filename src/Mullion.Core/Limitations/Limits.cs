using Mullion.Core.Findings;

namespace Mullion.Core.Limitations;

/// <summary>All that Windows nodes of a swarm cannot do, as far as this cluster and this host touch upon it.</summary>
internal static class Limits
{
    /// <summary>What is to be told, in the order of its weight for people.</summary>
    public static IEnumerable<Finding> Of(LimitScope scope) =>
        [
            .. IdentityLimits.Of(scope),
            .. VersionLimits.Of(scope),
            .. NetworkLimits.Of(scope),
            .. ServiceLimits.Of(scope),
            .. ExpiryLimits.Of(scope),
        ];
}
