namespace Mullion.Kubernetes.Objects;

/// <summary>Times as most fields have them (meta/v1 Time): UTC, whole seconds, <c>2026-11-20T10:45:07Z</c>.</summary>
internal sealed class SecondsTime() : WireTime("yyyy-MM-dd'T'HH:mm:ss'Z'");
