using Mullion.Core;
using Mullion.Kubernetes.Objects;

namespace Mullion.Kubernetes.Watching;

/// <summary>Something that a watch tells.</summary>
/// <typeparam name="T">The kind of the objects.</typeparam>
/// <param name="Type">What happened.</param>
/// <param name="Object">The object; null for <see cref="WatchEventType.Synced"/> and <see cref="WatchEventType.Interrupted"/>.</param>
/// <param name="Reason">Why the connection is broken; else null.</param>
public sealed record WatchEvent<T>(WatchEventType Type, T? Object, MullionException? Reason = null)
    where T : KubernetesObject;
