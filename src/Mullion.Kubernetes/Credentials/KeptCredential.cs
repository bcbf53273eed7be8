namespace Mullion.Kubernetes.Credentials;

/// <summary>Credentials and until when they are used; null for as long as nobody refuses them.</summary>
internal sealed record KeptCredential(Credential Credential, DateTimeOffset? Until);
