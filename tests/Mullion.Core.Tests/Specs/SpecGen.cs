using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mullion.Core.Certificates;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>Valid specs of every kind, as the loader would make them from <c>/specs/mullion.yaml</c>.</summary>
internal static class SpecGen
{
    public static Gen<ClusterSpec> Cluster { get; } =
        Gen.OneOf(OfSwarm(), KubernetesSpecGen.Cluster);

    private static Gen<ClusterSpec> OfSwarm() =>
        from name in Name()
        from swarm in Swarm()
        from engine in Maybe(Engine())
        from images in Images()
        from registries in Registries()
        from count in Gen.Choose(0, 6)
        from nodes in Gen.CollectToList(Enumerable.Range(0, count), Node)
        select new ClusterSpec
        {
            Metadata = new MetadataSpec { Name = name },
            Orchestrator = swarm,
            Engine = engine,
            Images = images,
            Registries = registries,
            Nodes = nodes,
        };

    private static Gen<SwarmSpec> Swarm()
    {
        var local = Gen.Elements(
            new ManagerEndpoint(ManagerScheme.Unix, "/var/run/docker.sock"),
            new ManagerEndpoint(ManagerScheme.Unix, "/run/my docker.sock"),
            new ManagerEndpoint(ManagerScheme.Npipe, "//./pipe/docker_engine"),
            new ManagerEndpoint(ManagerScheme.Context, "shop_1.2+a"),
            new ManagerEndpoint(ManagerScheme.Context, ManagerEndpoint.CurrentContext),
            new ManagerEndpoint(ManagerScheme.Bundle, "my bundle")
            {
                Folder = new FileReference(
                    "my bundle",
                    Path.GetFullPath("my bundle", Path.GetFullPath("/specs"))
                ),
            }
        );
        var tcp =
            from target in Address()
            select new ManagerEndpoint(ManagerScheme.Tcp, target.ToString()) { Tcp = target };
        var https =
            from target in Address()
            select new ManagerEndpoint(ManagerScheme.Https, target.ToString()) { Tcp = target };
        var login =
            from user in Gen.Elements("admin", "CORP svc")
            from password in FilePath()
            from ca in Maybe(FilePath())
            select new LoginSpec
            {
                User = user,
                PasswordFile = password,
                Ca = ca,
            };
        var tls =
            from ca in FilePath()
            from cert in FilePath()
            from key in FilePath()
            select new TlsSpec
            {
                Ca = ca,
                Cert = cert,
                Key = key,
            };
        var endpoint = Gen.OneOf(
            local.Select(manager => (manager, tls: (TlsSpec?)null)),
            from manager in tcp
            from certificates in Maybe(tls)
            select (manager, tls: certificates)
        );
        // An address may be drawn twice, and a manager may not be named twice.
        var endpoints =
            from first in endpoint
            from count in Gen.Choose(0, 3)
            from others in Gen.ListOf(Gen.OneOf(local, tcp, https), count)
            select (managers: others.Prepend(first.manager).Distinct().ToList(), first.tls);
        return from chosen in endpoints
            from logon in login
            from count in Gen.Choose(0, 3)
            from addresses in Gen.ListOf(Address(), count)
            from mke in Maybe(
                Gen.Elements(
                    new MkeSpec { Version = "3.2.5", Repository = "docker" },
                    new MkeSpec { Version = "3.3.0", Repository = "mirantis" },
                    new MkeSpec { Version = "3.8.1", Repository = "dtr.corp.example:8443/ucp" }
                )
            )
            select new SwarmSpec
            {
                Managers = chosen.managers,
                Tls = chosen.tls,
                Login = chosen.managers.Exists(m => m.Scheme == ManagerScheme.Https) ? logon : null,
                JoinAddresses = [.. addresses],
                Mke = mke,
            };
    }

    public static Gen<List<ImageSpec>> Images()
    {
        var image =
            from name in Gen.Elements(
                "nginx",
                "mcr.microsoft.com/windows/nanoserver:ltsc2022",
                "registry.corp.example:5000/a/b-c__d.e:V1.2_x",
                "localhost/app:1",
                "docker/ucp-agent-win:3.2.5"
            )
            from archive in Maybe(Archive())
            select new ImageSpec { Name = ImageReference.Parse(name)!, Archive = archive };
        var pinned = Gen.Constant(
            new ImageSpec
            {
                Name = ImageReference.Parse($"nanoserver:1@sha256:{new string('a', 64)}")!,
            }
        );
        return from count in Gen.Choose(0, 4)
            from images in Gen.ListOf(Gen.OneOf(image, pinned), count)
            select images.DistinctBy(i => i.Name).ToList();
    }

    public static Gen<List<RegistrySpec>> Registries()
    {
        var registry =
            from host in Gen.Elements("docker.io", "registry.corp.example:5000", "Dtr.Example")
            from user in Gen.Elements("puller", "CORP\\svc pull", "ann@example.com")
            from file in FilePath()
            select new RegistrySpec
            {
                Host = host,
                User = user,
                PasswordFile = file,
            };
        return from count in Gen.Choose(0, 3)
            from registries in Gen.ListOf(registry, count)
            select registries.DistinctBy(r => r.Host).ToList();
    }

    public static Gen<ArchiveSpec> Archive()
    {
        var sha =
            from digits in Gen.ListOf(Gen.Elements("0123456789abcdef".ToCharArray()), 64)
            select string.Concat(digits);
        var url =
            from checksum in sha
            select new ArchiveSpec
            {
                Url = "https://mirror.example/docker.zip?download=1",
                Sha256 = checksum,
            };
        var path =
            from file in FilePath()
            from checksum in Maybe(sha)
            select new ArchiveSpec { Path = file, Sha256 = checksum };
        return Gen.OneOf(url, path);
    }

    public static Gen<EngineSpec> Engine()
    {
        return from version in Gen.Elements("28.2.2", "17.06.2-ee-16", "0.0.0", "29.0.0-rc.1")
            from package in Archive()
            from install in Gen.Elements(true, false)
            from tls in Maybe(EngineTls())
            from settings in Gen.Elements(
                [],
                new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    ["debug"] = "true",
                    ["dns"] = "[\"10.0.0.1\",\"10.0.0.2\"]",
                    ["log-level"] = "\"warn\"",
                    ["mtu"] = "1400",
                }
            )
            select new EngineSpec
            {
                Install = install ? new PackageSpec { Version = version, Package = package } : null,
                Tls = tls,
                Settings = settings,
            };
    }

    private static Gen<EngineTlsSpec> EngineTls() =>
        from source in Source()
        from listen in Gen.Elements(
            EngineTlsSpec.DefaultListenAddress,
            new HostPort("10.0.0.21", 2400)
        )
        from count in Gen.Choose(0, 3)
        from clients in Gen.ListOf(Gen.Elements("10.0.0.0/24", "0.0.0.0/0", "10.1.2.3"), count)
        select new EngineTlsSpec
        {
            Source = source,
            ListenAddress = listen,
            Clients = [.. clients],
        };

    // UcpGenerator goes with other parts of a spec and not with every one; it has tests of its own.
    private static Gen<CertificateSource> Source() =>
        from ca in FilePath()
        from place in FilePath()
        from isOwn in Gen.Elements(true, false)
        from passphrase in Maybe(FilePath())
        from kind in Gen.Elements(KeyKind.Ecdsa, KeyKind.Rsa)
        from days in Gen.Choose(1, 3650)
        select isOwn
            ? (CertificateSource)
                new OwnAuthority
                {
                    Ca = ca,
                    CaKey = place,
                    PassphraseFile = passphrase,
                    KeyType = kind,
                    Days = days,
                }
            : new OtherAuthority
            {
                Ca = ca,
                Folder = place,
                PassphraseFile = passphrase,
                KeyType = kind,
            };

    /// <summary>A node whose unique values follow from its number.</summary>
    public static Gen<NodeSpec> Node(int number) =>
        from suffix in Name(maxLength: 50)
        from chosen in Maybe(Interface(number))
        from listen in Gen.Elements(
            NodeSpec.DefaultListenAddress,
            new HostPort("0.0.0.0", 65535),
            new HostPort("10.9.9.9", 1)
        )
        from advertise in Maybe(Gen.Constant($"10.0.0.{number}"))
        from dataPath in Maybe(Gen.Constant($"223.255.255.{number}"))
        from availability in Gen.Elements(Enum.GetValues<NodeAvailability>())
        from count in Gen.Choose(0, 20)
        from labels in Gen.ListOf(Label(), count)
        select new NodeSpec
        {
            Name = $"n{number}-{suffix}",
            Host = new HostReference(HostScheme.Lab, $"{suffix}-{number}"),
            Interface = chosen,
            ListenAddress = listen,
            AdvertiseAddress = advertise,
            DataPathAddress = dataPath,
            Availability = availability,
            Labels = new SortedDictionary<string, string>(
                labels.DistinctBy(label => label.Key).ToDictionary(),
                StringComparer.Ordinal
            ),
        };

    private static Gen<InterfaceSpec> Interface(int number) =>
        Gen.Elements(
            new InterfaceSpec { Name = "vEthernet (Ethernet 2)" },
            new InterfaceSpec { Name = "Подключение по локальной сети" },
            new InterfaceSpec { Mac = $"00-15-5D-01-02-0{number}" },
            new InterfaceSpec { Address = $"192.168.0.{number}" }
        );

    private static Gen<KeyValuePair<string, string>> Label() =>
        from key in Text()
            .Where(text => text.Length > 0 && !text.Contains('=', StringComparison.Ordinal))
        from value in Text()
        select KeyValuePair.Create(key, value);

    /// <summary>Any text of one line: YAML's special words and characters, numbers, every script.</summary>
    private static Gen<string> Text() =>
        Gen.OneOf(
            Gen.Elements(
                "",
                " ",
                "~",
                "null",
                "true",
                "No",
                "1",
                "0x1F",
                "1e3",
                "a: b",
                "- a",
                "# a",
                "a #b",
                "'",
                "\"",
                "\\",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{a}",
                "[a]",
                "a,b",
                "?",
                ":",
                "-",
                "---",
                "...",
                "<<",
                "|",
                ">",
                "com.example/rack",
                "日本",
                "😀",
                "e\u0301",
                "\u2028",
                "\uFEFF",
                "\u00A0x"
            ),
            ArbMap
                .Default.GeneratorFor<string>()
                .Select(text =>
                    string.Concat(
                        (text ?? "")
                            .EnumerateRunes()
                            .Where(rune => rune.Value != 0xFFFD && !Rune.IsControl(rune))
                    )
                )
        );

    private static Gen<HostPort> Address() =>
        from host in Gen.Elements(
            "10.0.0.5",
            "0.0.0.0",
            "255.255.255.255",
            "manager",
            "a-1.example",
            "1a.2b"
        )
        from port in Gen.OneOf(Gen.Choose(1, 65535), Gen.Elements(1, 2377, 65535))
        select new HostPort(host, port);

    public static Gen<FileReference> FilePath() =>
        from written in Gen.Elements(
            "ca.pem",
            "certs/my key.pem",
            "../up.pem",
            "/etc/docker/ca.pem",
            "*&?: #.pem"
        )
        select new FileReference(written, Path.GetFullPath(written, Path.GetFullPath("/specs")));

    public static Gen<string> Name(int maxLength = 63) =>
        from length in Gen.Choose(1, maxLength)
        from letters in Gen.ListOf(Gen.Elements("abzABZ059-".ToCharArray()), length)
        let name = string.Concat(letters).Trim('-')
        select name.Length == 0 ? "x" : name;

    public static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant((T?)null), gen.Select(value => (T?)value));
}
