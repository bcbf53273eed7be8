using System.Globalization;
using System.Text;
using Mullion.Core.Certificates;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

/// <summary>Writes a spec as YAML, each time differently: key order, block and flow style, quotes, comments, defaults.</summary>
internal sealed class YamlText
{
    private readonly Random random;
    private readonly StringBuilder text = new();

    private YamlText(int layout) => random = new Random(layout);

    public static string Of(ClusterSpec spec, int layout)
    {
        var writer = new YamlText(layout);
        writer.Mapping(Tree(spec, writer.random), indent: 0, flow: false);
        return writer.text.ToString();
    }

    private static List<(string, object)> Tree(ClusterSpec spec, Random random)
    {
        var orchestrator = spec.Orchestrator is KubernetesSpec kubernetes
            ? ("kubernetes", (object)Kubernetes(kubernetes))
            : ("swarm", Swarm());
        var root = Keys(
            ("apiVersion", "mullion.dev/v1alpha1"),
            ("kind", "Cluster"),
            ("metadata", Keys(("name", spec.Name))),
            ("orchestrator", Keys(orchestrator)),
            ("nodes", spec.Nodes.Select(Node).ToList<object>())
        );
        if (spec.Engine is { } engine)
        {
            root.Add(("engine", Engine(engine)));
        }

        if (spec.Orchestrator is KubernetesSpec)
        {
            var isContainerd = spec.Runtime == ContainerRuntime.Containerd;
            AddUnlessDefault(root, "runtime", isContainerd ? "containerd" : "docker", isContainerd);
            if (spec.Containerd is { } containerd)
            {
                root.Add(("containerd", Package(containerd)));
            }
        }

        AddUnlessDefault(
            root,
            "images",
            spec.Images.Select(Image).ToList<object>(),
            spec.Images.Count == 0
        );
        AddUnlessDefault(
            root,
            "registries",
            spec.Registries.Select(r =>
                    Keys(
                        ("host", r.Host),
                        ("user", r.User),
                        ("passwordFile", r.PasswordFile.Written)
                    )
                )
                .ToList<object>(),
            spec.Registries.Count == 0
        );
        return root;

        List<(string, object)> Swarm()
        {
            var managers = spec.AsSwarm()
                .Managers.Select(manager => (object)manager.ToString())
                .ToList();
            var swarm = Keys(
                ("manager", managers.Count == 1 && random.Next(2) == 0 ? managers[0] : managers)
            );
            if (spec.AsSwarm().Tls is { } tls)
            {
                swarm.Add(
                    (
                        "tls",
                        Keys(
                            ("ca", tls.Ca.Written),
                            ("cert", tls.Cert.Written),
                            ("key", tls.Key.Written)
                        )
                    )
                );
            }

            if (spec.AsSwarm().Login is { } login)
            {
                var section = Keys(
                    ("user", login.User),
                    ("passwordFile", login.PasswordFile.Written)
                );
                Add(section, "ca", login.Ca?.Written);
                swarm.Add(("login", section));
            }

            AddUnlessDefault(
                swarm,
                "joinAddresses",
                spec.AsSwarm().JoinAddresses.Select(Short).ToList<object>(),
                spec.AsSwarm().JoinAddresses.Count == 0
            );
            if (spec.AsSwarm().Mke is { } mke)
            {
                var section = Keys(("version", mke.Version));
                AddUnlessDefault(
                    section,
                    "repository",
                    mke.Repository,
                    mke.Repository is "docker" or "mirantis"
                );
                swarm.Add(("mke", section));
            }

            return swarm;
        }

        List<(string, object)> Kubernetes(KubernetesSpec kubernetes)
        {
            var keys = Package(kubernetes.Node);
            Add(keys, "kubeconfig", kubernetes.Kubeconfig?.Written);
            Add(keys, "context", kubernetes.Context);
            AddUnlessDefault(
                keys,
                "kubectl",
                kubernetes.Kubectl ? "true" : "false",
                !kubernetes.Kubectl
            );
            keys.Add(("cniPlugins", Package(kubernetes.CniPlugins)));
            keys.Add(
                (
                    "flannel",
                    Package(kubernetes.Flannel.Package)
                        .Append(
                            (
                                "backend",
                                kubernetes.Flannel.Backend == FlannelBackend.Vxlan
                                    ? "vxlan"
                                    : "host-gw"
                            )
                        )
                        .ToList()
                )
            );
            AddUnlessDefault(
                keys,
                "folder",
                random.Next(2) == 0
                    ? kubernetes.Folder
                    : kubernetes.Folder.Replace('\\', '/') + "/",
                kubernetes.Folder == KubernetesSpec.DefaultFolder
            );
            AddUnlessDefault(
                keys,
                "join",
                Join(kubernetes.Join),
                kubernetes.Join == new KubernetesJoinSpec()
            );
            var kubelet = new List<(string, object)>();
            AddUnlessDefault(
                kubelet,
                "reservedMemory",
                kubernetes.Kubelet.ReservedMemory,
                kubernetes.Kubelet.ReservedMemory == KubeletSpec.DefaultReservedMemory
            );
            AddUnlessDefault(
                kubelet,
                "externalCloudProvider",
                kubernetes.Kubelet.ExternalCloudProvider ? "true" : "false",
                !kubernetes.Kubelet.ExternalCloudProvider
            );
            AddUnlessDefault(
                kubelet,
                "extraArgs",
                Texts(kubernetes.Kubelet.ExtraArgs),
                kubernetes.Kubelet.ExtraArgs.Count == 0
            );
            AddUnlessDefault(keys, "kubelet", kubelet, kubelet.Count == 0);
            AddUnlessDefault(
                keys,
                "kubeProxyArgs",
                Texts(kubernetes.KubeProxyArgs),
                kubernetes.KubeProxyArgs.Count == 0
            );
            if (kubernetes.Proxy is { } proxy)
            {
                var section = new List<(string, object)>();
                Add(section, "http", proxy.Http);
                Add(section, "https", proxy.Https);
                AddUnlessDefault(
                    section,
                    "noProxy",
                    proxy.NoProxy.ToList<object>(),
                    proxy.NoProxy.Count == 0
                );
                keys.Add(("proxy", section));
            }

            return keys;
        }

        List<(string, object)> Join(KubernetesJoinSpec join)
        {
            var keys = new List<(string, object)>();
            AddUnlessDefault(
                keys,
                "method",
                join.Method.ToString().ToLowerInvariant(),
                join.Method == KubernetesJoinMethod.Native
            );
            Add(keys, "endpoint", join.Endpoint?.ToString());
            Add(keys, "kubeconfig", join.Kubeconfig?.Written);
            if (join.Token is { } token)
            {
                keys.Add(
                    (
                        "token",
                        Keys(
                            ("file", token.File.Written),
                            ("caCertHashes", token.CaCertHashes.ToList<object>())
                        )
                    )
                );
            }

            return keys;
        }

        static List<(string, object)> Texts(IReadOnlyDictionary<string, string> texts) =>
            texts.Select(t => (t.Key, (object)t.Value)).ToList();

        List<(string, object)> Package(PackageSpec package) =>
            Keys(("version", package.Version), ("package", Archive(package.Package)));

        List<(string, object)> Image(ImageSpec image)
        {
            var keys = Keys(("name", image.Name.Written));
            if (image.Archive is { } archive)
            {
                keys.Add(("archive", Archive(archive)));
            }

            return keys;
        }

        List<(string, object)> Archive(ArchiveSpec archive)
        {
            var sha256 = archive.Sha256;
            var keys = new List<(string, object)>();
            Add(keys, "url", archive.Url);
            Add(keys, "path", archive.Path?.Written);
            Add(keys, "sha256", random.Next(2) == 0 ? sha256 : sha256?.ToUpperInvariant());
            return keys;
        }

        List<(string, object)> Engine(EngineSpec engine)
        {
            var keys = new List<(string, object)>();
            if (engine.Install is { } install)
            {
                keys.AddRange(Package(install));
            }

            if (engine.Tls is { } tls)
            {
                var section = Source(tls.Source);
                var listen = tls.ListenAddress;
                AddUnlessDefault(
                    section,
                    "listenAddress",
                    listen.ToString(),
                    listen == EngineTlsSpec.DefaultListenAddress
                );
                AddUnlessDefault(
                    section,
                    "clients",
                    tls.Clients.ToList<object>(),
                    tls.Clients.Count == 0
                );
                keys.Add(("tls", section));
            }

            AddUnlessDefault(
                keys,
                "settings",
                engine.Settings.Select(s => (s.Key, Plain(s.Value))).ToList(),
                engine.Settings.Count == 0
            );
            return keys;
        }

        List<(string, object)> Source(CertificateSource source)
        {
            List<(string, object)> section;
            switch (source)
            {
                case OwnAuthority own:
                    section = Keys(("ca", own.Ca.Written), ("caKey", own.CaKey.Written));
                    AddKeys(section, own.PassphraseFile, own.KeyType);
                    AddUnlessDefault(section, "days", $"{own.Days}", own.Days == 365);
                    return section;
                case OtherAuthority other:
                    section = Keys(
                        ("ca", other.Ca.Written),
                        ("certificates", other.Folder.Written)
                    );
                    AddKeys(section, other.PassphraseFile, other.KeyType);
                    return section;
                default:
                    return Keys(("generator", "ucp"));
            }
        }

        void AddKeys(List<(string, object)> section, FileReference? passphrase, KeyKind kind)
        {
            Add(section, "passphraseFile", passphrase?.Written);
            var isEcdsa = kind == KeyKind.Ecdsa;
            AddUnlessDefault(section, "keyType", isEcdsa ? "ecdsa" : "rsa", isEcdsa);
        }

        static object Plain(string json) =>
            System.Text.Json.Nodes.JsonNode.Parse(json) is System.Text.Json.Nodes.JsonArray list
                ? list.Select(i => (object)i!.GetValue<string>()).ToList()
                : json.Trim('"');

        object Short(HostPort address) =>
            address.Port == 2377 && random.Next(2) == 0 ? address.Host : address.ToString();

        void AddUnlessDefault(List<(string, object)> keys, string key, object value, bool isDefault)
        {
            if (!isDefault || random.Next(2) == 0)
            {
                keys.Add((key, value));
            }
        }

        object Node(NodeSpec node)
        {
            var keys = Keys(("name", node.Name), ("host", node.Host.ToString()));
            if (node.Interface is { } chosen)
            {
                var one = new List<(string, object)>();
                Add(one, "name", chosen.Name);
                Add(
                    one,
                    "mac",
                    random.Next(2) == 0
                        ? chosen.Mac
                        : chosen.Mac?.Replace('-', ':').ToLowerInvariant()
                );
                Add(one, "address", chosen.Address);
                keys.Add(("interface", one));
            }

            if (spec.Orchestrator is SwarmSpec)
            {
                AddUnlessDefault(
                    keys,
                    "listenAddress",
                    Short(node.ListenAddress),
                    node.ListenAddress == NodeSpec.DefaultListenAddress
                );
                Add(keys, "advertiseAddress", node.AdvertiseAddress);
                Add(keys, "dataPathAddress", node.DataPathAddress);
                AddUnlessDefault(
                    keys,
                    "availability",
                    node.Availability.ToString().ToLowerInvariant(),
                    node.Availability == NodeAvailability.Active
                );
            }

            AddUnlessDefault(
                keys,
                "labels",
                node.Labels.Select(label => (label.Key, (object)label.Value)).ToList(),
                node.Labels.Count == 0
            );
            if (spec.Orchestrator is KubernetesSpec)
            {
                AddUnlessDefault(
                    keys,
                    "taints",
                    node.Taints.Select(t => (object)t.ToString()).ToList(),
                    node.Taints.Count == 0
                );
            }

            return keys;
        }
    }

    private static List<(string, object)> Keys(params (string, object)[] keys) => [.. keys];

    private static void Add(List<(string, object)> keys, string key, string? value)
    {
        if (value is not null)
        {
            keys.Add((key, value));
        }
    }

    private void Value(object value, int indent, bool flow)
    {
        switch (value)
        {
            case List<(string, object)> keys:
                Mapping(keys, indent, flow);
                break;
            case List<object> items:
                List(items, indent, flow);
                break;
            default:
                text.Append(flow ? "" : " ")
                    .Append(Scalar((string)value))
                    .Append(flow ? "" : Comment());
                break;
        }
    }

    private void Mapping(List<(string Key, object Value)> keys, int indent, bool flow)
    {
        var shuffled = keys.ToArray();
        random.Shuffle(shuffled);
        if (flow || keys.Count == 0 || (indent > 0 && random.Next(3) == 0))
        {
            text.Append(flow ? "" : " ").Append('{');
            foreach (var (key, value) in shuffled)
            {
                text.Append(Scalar(key)).Append(": ");
                Value(value, indent, flow: true);
                text.Append(", ");
            }

            text.Append('}');
            return;
        }

        foreach (var (key, value) in shuffled)
        {
            NewLine(indent);
            text.Append(Scalar(key)).Append(':');
            Value(value, indent + 1 + random.Next(3), flow: false);
        }
    }

    private void List(List<object> items, int indent, bool flow)
    {
        if (flow || items.Count == 0 || random.Next(4) == 0)
        {
            text.Append(flow ? "" : " ").Append('[');
            foreach (var item in items)
            {
                Value(item, indent, flow: true);
                text.Append(", ");
            }

            text.Append(']');
            return;
        }

        foreach (var item in items)
        {
            NewLine(indent);
            text.Append('-');
            Value(item, indent + 1 + random.Next(3), flow: false);
        }
    }

    private void NewLine(int indent) =>
        text.Append(random.Next(8) == 0 ? "\n\n# - comment: {\n" : "\n").Append(' ', indent);

    private string Comment() => random.Next(8) == 0 ? "  # comment: [" : "";

    private string Scalar(string value)
    {
        var isWord =
            value.Length > 0
            && value is not ("null" or "Null" or "NULL")
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            && value.Any(char.IsAsciiLetterOrDigit)
            && value[0] is not ('-' or '.');
        return (isWord, random.Next(3)) switch
        {
            (true, 0) => value,
            (_, 1) when value.All(c => c is >= ' ' and <= '~') => "'"
                + value.Replace("'", "''", StringComparison.Ordinal)
                + "'",
            _ => '"' + string.Concat(value.EnumerateRunes().Select(Escaped)) + '"',
        };
    }

    private string Escaped(Rune rune) =>
        rune.Value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            >= ' ' and <= '~' when random.Next(20) > 0 => rune.ToString(),
            > 0xFFFF => "\\U" + rune.Value.ToString("X8", CultureInfo.InvariantCulture),
            _ when Rune.IsLetter(rune) && random.Next(2) == 0 => rune.ToString(),
            _ => "\\u" + rune.Value.ToString("x4", CultureInfo.InvariantCulture),
        };
}
