using Mullion.Core.Certificates;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>engine.tls</c> section.</summary>
internal static class EngineTlsShape
{
    private static readonly Key<FileReference> Ca = new(
        "ca",
        "The PEM file of the authority that the engine and its clients trust; mullion certs generate makes one. A relative path starts at the folder of this file.",
        new FileShape()
    )
    {
        IsRequired = true,
    };

    private static readonly Key<FileReference> CaKey = new(
        "caKey",
        "The PEM file of the authority's key, with which Mullion issues a certificate for each node. It stays on the machine on which Mullion runs. Left out, certificates has them.",
        new FileShape()
    );

    private static readonly Key<FileReference> Certificates = new(
        "certificates",
        "The folder with NODE.pem and NODE-key.pem of each node, for an authority whose key is somebody else's; mullion certs request makes the keys and the requests.",
        new FileShape { IsFolder = true }
    );

    private static readonly Key<FileReference> Passphrase = new(
        "passphraseFile",
        "A file whose first line opens caKey, or the keys of certificates. Left out, they are not sealed.",
        new FileShape()
    );

    private static readonly Key<KeyKind> KeyType = new(
        "keyType",
        "The kind of the nodes' keys.",
        KeyKindText.Shape
    )
    {
        Default = KeyKind.Ecdsa,
    };

    private static readonly Key<int> Days = new(
        "days",
        "How many days a certificate is good. It is made anew in the last 30 of them, or the last third of a shorter time.",
        NumberText.Between(1, 3650)
    )
    {
        Default = 365,
    };

    private static readonly Key<HostPort> Listen = new(
        "listenAddress",
        "The IPv4 address and port on which the engine listens.",
        HostPortText.EngineListen
    )
    {
        Default = EngineTlsSpec.DefaultListenAddress,
    };

    private static readonly Key<IReadOnlyList<string>> Clients = new(
        "clients",
        "IPv4 addresses and networks from which clients come; the firewall lets in these alone. Left out, everybody: the certificate decides.",
        new ListShape<string>(NetworkText.Shape)
    )
    {
        Default = [],
    };

    public static readonly ObjectShape<EngineTlsSpec> Shape = new(
        [Ca, CaKey, Certificates, Passphrase, KeyType, Days, Listen, Clients],
        Bind
    );

    private static EngineTlsSpec Bind(MappingReader reader)
    {
        if (reader.Has(CaKey) && reader.Has(Certificates))
        {
            reader.Refuse(
                Certificates,
                "caKey and certificates exclude each other",
                "Keep caKey where Mullion issues the certificates, certificates where somebody else does."
            );
        }
        else if (!reader.Has(CaKey) && !reader.Has(Certificates))
        {
            reader.Refuse(
                "this does not say where the nodes' certificates come from",
                "Add caKey, the authority's key, or certificates, the folder of mullion certs request."
            );
        }

        return new EngineTlsSpec
        {
            Ca = reader.Get(Ca)!,
            CaKey = reader.Get(CaKey),
            Certificates = reader.Get(Certificates),
            PassphraseFile = reader.Get(Passphrase),
            KeyType = reader.Get(KeyType),
            Days = reader.Get(Days),
            ListenAddress = reader.Get(Listen)!,
            Clients = reader.Get(Clients)!,
        };
    }
}
