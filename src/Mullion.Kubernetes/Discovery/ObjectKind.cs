namespace Mullion.Kubernetes.Discovery;

/// <summary>A kind of object as Mullion means it; which version and path it has in a cluster is found by discovery.</summary>
public sealed record ObjectKind
{
    /// <summary>A kind of a group other than the core one.</summary>
    /// <param name="group">Such as <c>apps</c>; empty is the core group.</param>
    /// <param name="name">Such as <c>DaemonSet</c>.</param>
    /// <param name="versions">The versions that will do, best first; none means whatever the server prefers.</param>
    public ObjectKind(string group, string name, params IReadOnlyList<string> versions)
    {
        Group = group;
        Name = name;
        Versions = versions;
    }

    /// <summary>The group; empty for the core group.</summary>
    public string Group { get; }

    /// <summary>The kind.</summary>
    public string Name { get; }

    /// <summary>The versions that will do, best first.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>Where it is without asking; null when that has to be found out.</summary>
    internal ServedKind? Fixed { get; private init; }

    /// <summary>
    /// A kind of the core group, which has had one version ever since: no discovery is needed, which is not open
    /// to anonymous callers.
    /// </summary>
    public static ObjectKind Core(string name, string plural, bool isNamespaced) =>
        new("", name, "v1") { Fixed = new ServedKind("", "v1", name, plural, isNamespaced) };

    /// <summary>Same group, kind and versions.</summary>
    public bool Equals(ObjectKind? other) =>
        other is not null
        && (Group, Name) == (other.Group, other.Name)
        && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Name);

    /// <summary>Kind and group, as in <c>DaemonSet.apps</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Name : $"{Name}.{Group}";
}
