using Mullion.Core.Certificates;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>engine.tls</c> section.</summary>
internal static class EngineTlsShape
{
    private static readonly Key<FileReference> Ca = new(
        "ca",
        "The PEM file of the authority that the engine and its clients trust; mullion certs generate makes one. Goes with caKey or certificates. A relative path starts at the folder of this file.",
        new FileShape()
    );

    private static readonly Key<FileReference> CaKey = new(
        "caKey",
        "The PEM file of the authority's key, with which Mullion issues a certificate for each node. It stays on the machine on which Mullion runs. Instead of it: certificates or generator.",
        new FileShape()
    );

    private static readonly Key<FileReference> Certificates = new(
        "certificates",
        "The folder with NODE.pem and NODE-key.pem of each node, for an authority whose key is somebody else's; mullion certs request makes the keys and the requests.",
        new FileShape { IsFolder = true }
    );

    private static readonly Key<string> Generator = new(
        "generator",
        "ucp: the image of UCP's or MKE's agent makes each node's certificate on its host, under an authority of that host alone. Needs orchestrator.swarm.mke, and an engine that is there.",
        FixedText.Shape("ucp")
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
        [Ca, CaKey, Certificates, Generator, Passphrase, KeyType, Days, Listen, Clients],
        Bind
    );

    private static EngineTlsSpec Bind(MappingReader reader)
    {
        var read = new
        {
            Ca = reader.Get(Ca)!,
            CaKey = reader.Get(CaKey),
            Certificates = reader.Get(Certificates),
            Generator = reader.Get(Generator),
            Passphrase = reader.Get(Passphrase),
            KeyType = reader.Get(KeyType),
            Days = reader.Get(Days),
        };
        CheckSource(reader);
        return new EngineTlsSpec
        {
            Source =
                read.CaKey is not null
                    ? new OwnAuthority
                    {
                        Ca = read.Ca,
                        CaKey = read.CaKey,
                        PassphraseFile = read.Passphrase,
                        KeyType = read.KeyType,
                        Days = read.Days,
                    }
                : read.Certificates is not null
                    ? new OtherAuthority
                    {
                        Ca = read.Ca,
                        Folder = read.Certificates,
                        PassphraseFile = read.Passphrase,
                        KeyType = read.KeyType,
                    }
                : read.Generator is not null ? new UcpGenerator()
                // Of a file with errors, which nobody gets to see.
                : null!,
            ListenAddress = reader.Get(Listen)!,
            Clients = reader.Get(Clients)!,
        };
    }

    /// <summary>Exactly one source, and beside it what it needs and nothing that it does not heed.</summary>
    private static void CheckSource(MappingReader reader)
    {
        var sources = new IKey[] { CaKey, Certificates, Generator }
            .Where(reader.Has)
            .ToList();
        if (sources is not [var source])
        {
            RefuseSources(reader, sources);
            return;
        }

        IKey[] takes =
            source == Generator ? []
            : source == CaKey ? [Ca, Passphrase, KeyType, Days]
            : [Ca, Passphrase, KeyType];
        if (takes.Contains(Ca))
        {
            reader.Require(Ca);
        }

        foreach (
            var key in new IKey[] { Ca, Passphrase, KeyType, Days }
                .Except(takes)
                .Where(reader.Has)
        )
        {
            reader.Refuse(
                key,
                $"{key.Name} has no effect beside {source.Name}",
                $"Remove {key.Name}."
            );
        }
    }

    private static void RefuseSources(MappingReader reader, List<IKey> sources)
    {
        if (sources is [var first, var second, ..])
        {
            reader.Refuse(
                second,
                $"{first.Name} and {second.Name} exclude each other",
                "Keep caKey where Mullion issues the certificates, certificates where somebody else does, generator where UCP does."
            );
            return;
        }

        reader.Refuse(
            "this does not say where the nodes' certificates come from",
            "Add caKey, the authority's key; or certificates, the folder of mullion certs request; or generator: ucp."
        );
    }
}
