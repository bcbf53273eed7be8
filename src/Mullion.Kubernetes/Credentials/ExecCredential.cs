namespace Mullion.Kubernetes.Credentials;

/// <summary>What a credential plugin prints (client.authentication.k8s.io ExecCredential).</summary>
internal sealed class ExecCredential
{
    public string? Kind { get; init; }

    public string? ApiVersion { get; init; }

    public ExecCredentialStatus? Status { get; init; }
}
