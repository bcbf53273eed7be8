namespace Mullion.Kubernetes.Objects.Pods;

/// <summary>How far a DaemonSet is; numbers of nodes.</summary>
public sealed record DaemonSetStatus : OpenRecord
{
    /// <summary>The generation that the numbers are about.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>That should run a pod of it.</summary>
    public int? DesiredNumberScheduled { get; init; }

    /// <summary>That run one and should.</summary>
    public int? CurrentNumberScheduled { get; init; }

    /// <summary>That run one and should not.</summary>
    public int? NumberMisscheduled { get; init; }

    /// <summary>Whose pod is of the newest template.</summary>
    public int? UpdatedNumberScheduled { get; init; }

    /// <summary>Whose pod is ready.</summary>
    public int? NumberReady { get; init; }
}
