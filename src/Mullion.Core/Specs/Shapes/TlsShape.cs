using Mullion.Core.Specs.Binding;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.swarm.tls</c> section.</summary>
internal static class TlsShape
{
    private static readonly Key<FileReference> Ca = Required(
        "ca",
        "The PEM file of the authority that signed the manager's certificate."
    );

    private static readonly Key<FileReference> Cert = Required(
        "cert",
        "The PEM file of the client certificate."
    );

    private static readonly Key<FileReference> PrivateKey = Required(
        "key",
        "The PEM file of the client certificate's private key."
    );

    public static readonly ObjectShape<TlsSpec> Shape = new(
        [Ca, Cert, PrivateKey],
        reader => new TlsSpec
        {
            Ca = reader.Get(Ca)!,
            Cert = reader.Get(Cert)!,
            Key = reader.Get(PrivateKey)!,
        }
    );

    private static Key<FileReference> Required(string name, string description) =>
        new(
            name,
            description + " A relative path starts at the folder of this file.",
            new FileShape()
        )
        {
            IsRequired = true,
        };
}
