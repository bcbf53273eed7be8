namespace Mullion.Kubernetes.Watching;

/// <summary>What a watch tells.</summary>
public enum WatchEventType
{
    /// <summary>An object is there that was not, or that begins to be selected.</summary>
    Added,

    /// <summary>An object changed.</summary>
    Modified,

    /// <summary>An object is gone, or not selected any more; with it comes its last known state.</summary>
    Deleted,

    /// <summary>All objects that are there have been told; without an object.</summary>
    Synced,

    /// <summary>The connection is broken and will be made anew; without an object, with the reason.</summary>
    Interrupted,
}
