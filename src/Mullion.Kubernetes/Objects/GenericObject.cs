namespace Mullion.Kubernetes.Objects;

/// <summary>An object of any kind: all but its metadata is in <see cref="OpenRecord.Other"/>.</summary>
public sealed record GenericObject : KubernetesObject;
