namespace Mullion.Core.Specs;

/// <summary>A bootstrap token that somebody else made, such as <c>kubeadm token create --print-join-command</c>.</summary>
public sealed record BootstrapTokenSpec
{
    /// <summary>A file whose first line is the token, such as <c>abcdef.0123456789abcdef</c>.</summary>
    public required FileReference File { get; init; }

    /// <summary>
    /// Pins of the cluster's CA, of which one must match: <c>sha256:</c> and the SHA-256 of its public key (SubjectPublicKeyInfo), in lower-case
    /// hex, as <c>--discovery-token-ca-cert-hash</c> takes them.
    /// </summary>
    public required IReadOnlyList<string> CaCertHashes { get; init; }
}
