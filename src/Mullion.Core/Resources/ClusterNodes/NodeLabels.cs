namespace Mullion.Core.Resources.ClusterNodes;

/// <summary>Labels that Mullion keeps for itself on the objects it changed.</summary>
public static class NodeLabels
{
    /// <summary>Stands on a node that is being removed; its value is the availability from before.</summary>
    public const string AvailabilityBefore = "mullion.dev/availability-before-removal";
}
