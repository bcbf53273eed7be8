namespace Mullion.Kubernetes.Objects;

/// <summary>Times of leases and events (meta/v1 MicroTime): UTC with six decimals.</summary>
internal sealed class MicrosecondsTime() : WireTime("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
