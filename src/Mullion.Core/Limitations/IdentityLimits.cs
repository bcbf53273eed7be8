using Mullion.Core.Findings;
using Mullion.Core.Hosts;

namespace Mullion.Core.Limitations;

/// <summary>Two machines with one identity: a host that was cloned after it had joined.</summary>
internal static class IdentityLimits
{
    public static IEnumerable<Finding> Of(LimitScope scope)
    {
        if (scope.Nodes.FirstOrDefault(n => n.Id == scope.NodeId) is not { } own)
        {
            return [];
        }

        var host = scope.Host;
        var named =
            own.Name.Length == 0
            || string.Equals(own.Name, host.ComputerName, StringComparison.OrdinalIgnoreCase);
        var addresses = host.Interfaces.SelectMany(i => i.Addresses).ToHashSet();
        // An address that a translator on the way shows proves nothing; only both together do.
        return named || addresses.Contains(own.Address)
            ? []
            :
            [
                Finding.Refuse(
                    "clone",
                    $"The swarm has {own.Name} at {own.Address} under this host's node id {own.Id}, and this host is {host.ComputerName} ({string.Join(", ", addresses.Order(StringComparer.Ordinal))}): one of both is a clone of the other, and each throws the other out.",
                    $"On the clone: Stop-Service docker, delete {HostPaths.EngineData}\\swarm, Start-Service docker; then join it as a node of its own. Prepare images with sysprep, before the join."
                ),
            ];
    }
}
