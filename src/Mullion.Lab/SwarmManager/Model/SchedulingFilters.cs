using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>
/// Why a node cannot take a task, in the order and the words of swarmkit's scheduler
/// (<c>manager/scheduler/filter.go</c>). The words never name the node.
/// </summary>
internal static class SchedulingFilters
{
    public const string NotAvailable = "not available for new tasks";
    public const string Resources = "insufficient resources";
    public const string Constraints = "scheduling constraints not satisfied";
    public const string Platform = "unsupported platform";
    public const string HostPort = "host-mode port already in use";
    public const string MaxReplicas = "max replicas per node limit exceed";

    /// <summary>The first reason against the node; null when it can take the task.</summary>
    public static string? Why(SwarmState state, ModelTask task, ModelNode node)
    {
        if (node.State != NodeState.Ready || node.Availability != NodeAvailability.Active)
        {
            return NotAvailable;
        }

        var plan = task.Plan;
        List<ModelTask> there =
        [
            .. state.Tasks.Where(other =>
                other != task && other.NodeId == node.Id && other.Wanted && !other.Ended
            ),
        ];
        if (!Fits(plan, node, there))
        {
            return Resources;
        }

        if (!plan.Constraints.All(constraint => constraint.IsSatisfiedBy(node)))
        {
            return Constraints;
        }

        if (!Supports(plan, node))
        {
            return Platform;
        }

        if (plan.Ports.Where(port => port.Host).Any(port => there.Exists(o => Holds(o, port))))
        {
            return HostPort;
        }

        return
            plan.MaxReplicasPerNode > 0
            && there.Count(other => other.Service == task.Service) >= plan.MaxReplicasPerNode
            ? MaxReplicas
            : null;
    }

    /// <summary>Whether the service may have tasks on a node of this platform.</summary>
    public static bool Supports(ServicePlan plan, ModelNode node) =>
        plan.Platforms.Count == 0
        || plan.Platforms.Any(platform =>
            (
                platform.Os.Length == 0
                || string.Equals(platform.Os, node.Facts?.Os, StringComparison.OrdinalIgnoreCase)
            )
            && (
                platform.Architecture.Length == 0
                || ServicePlan.SameArchitecture(
                    platform.Architecture,
                    node.Facts?.Architecture ?? ""
                )
            )
        );

    /// <summary>A count as it stands in the explanation, most frequent reason first.</summary>
    public static string Explain(IEnumerable<string> reasons)
    {
        var parts = reasons
            .GroupBy(reason => reason)
            .OrderByDescending(group => group.Count())
            .Select(group => Count(group.Key, group.Count()));
        var text = string.Join("; ", parts);
        return text.Length == 0 ? "no suitable node" : $"no suitable node ({text})";
    }

    private static string Count(string reason, int count)
    {
        var nodes = count == 1 ? "1 node" : $"{count} nodes";
        return reason switch
        {
            NotAvailable => $"{nodes} {reason}",
            MaxReplicas => reason,
            _ => $"{reason} on {nodes}",
        };
    }

    private static bool Fits(ServicePlan plan, ModelNode node, List<ModelTask> there) =>
        plan is { NanoCpus: 0, MemoryBytes: 0 }
        || (
            plan.NanoCpus + there.Sum(other => other.Plan.NanoCpus) <= (node.Facts?.NanoCpus ?? 0)
            && plan.MemoryBytes + there.Sum(other => other.Plan.MemoryBytes)
                <= (node.Facts?.MemoryBytes ?? 0)
        );

    private static bool Holds(ModelTask task, ServicePort port) =>
        task.Plan.Ports.Any(other =>
            other.Host && other.Published == port.Published && other.Protocol == port.Protocol
        );
}
