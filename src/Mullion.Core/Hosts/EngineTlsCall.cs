namespace Mullion.Core.Hosts;

/// <summary>A call to the engine over TLS, from its own host.</summary>
/// <param name="Address">The address that is called; the engine's certificate has to carry it, but for <see cref="AnyName"/>.</param>
/// <param name="Port">The port.</param>
/// <param name="AuthorityFile">The authority that is trusted, a PEM file of the host.</param>
/// <param name="CertificateFile">The certificate that is shown.</param>
/// <param name="KeyFile">Its key.</param>
public sealed record EngineTlsCall(
    string Address,
    int Port,
    string AuthorityFile,
    string CertificateFile,
    string KeyFile
)
{
    /// <summary>True to take a certificate of the authority under whatever name, where nobody here knows what its maker writes.</summary>
    public bool AnyName { get; init; }
}
