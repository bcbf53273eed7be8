using Mullion.Kubernetes.Objects;

namespace Mullion.Kubernetes.Watching;

/// <summary>What a watch has told so far, by uid: what happened while it was cut off is the difference to it.</summary>
internal sealed class KnownObjects<T>
    where T : KubernetesObject
{
    private readonly Dictionary<string, T> _byUid = [];

    /// <summary>Takes over a new list and tells what differs: first what is gone, so that a name is free before it is told again.</summary>
    public List<WatchEvent<T>> Renew(IReadOnlyList<T> list)
    {
        var there = list.Select(Uid).ToHashSet();
        var events = new List<WatchEvent<T>>();
        foreach (var (uid, gone) in _byUid.Where(k => !there.Contains(k.Key)).ToList())
        {
            _byUid.Remove(uid);
            events.Add(new(WatchEventType.Deleted, gone));
        }

        events.AddRange(list.Select(Put).OfType<WatchEvent<T>>());
        return events;
    }

    /// <summary>Takes over an object; null when that state of it was told before.</summary>
    public WatchEvent<T>? Put(T value)
    {
        var isKnown = _byUid.TryGetValue(Uid(value), out var before);
        if (isKnown && before!.Metadata.ResourceVersion == value.Metadata.ResourceVersion)
        {
            return null;
        }

        _byUid[Uid(value)] = value;
        return new(isKnown ? WatchEventType.Modified : WatchEventType.Added, value);
    }

    /// <summary>Forgets an object; null when it was not known.</summary>
    public WatchEvent<T>? Remove(T value) =>
        _byUid.Remove(Uid(value)) ? new(WatchEventType.Deleted, value) : null;

    private static string Uid(T value) => value.Metadata.Uid ?? value.Name;
}
