using System.Collections.Frozen;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// The settings of dockerd on Windows that can stand in <c>daemon.json</c>. dockerd does not start with a key that it does not know.
/// </summary>
/// <remarks>Source: Docker's documentation of dockerd, "On Windows"; moby, cmd/dockerd/config.go and config_windows.go.</remarks>
public static class EngineKeys
{
    /// <summary>Where the engine listens.</summary>
    public const string Hosts = "hosts";

    /// <summary>All of them, by name.</summary>
    public static FrozenDictionary<string, EngineKey> All { get; } =
        new EngineKey[]
        {
            Same("allow-nondistributable-artifacts", EngineKeyKind.List),
            new("authorization-plugins", EngineKeyKind.List, "authorization-plugin"),
            Same("bridge", EngineKeyKind.Text, 'b'),
            Same("containerd", EngineKeyKind.Text),
            Same("containerd-namespace", EngineKeyKind.Text),
            Same("containerd-plugins-namespace", EngineKeyKind.Text),
            Same("data-root", EngineKeyKind.Text),
            Same("debug", EngineKeyKind.Switch, 'D'),
            Same("default-runtime", EngineKeyKind.Text),
            Same("dns", EngineKeyKind.List),
            new("dns-opts", EngineKeyKind.List, "dns-opt"),
            Same("dns-search", EngineKeyKind.List),
            new("exec-opts", EngineKeyKind.List, "exec-opt"),
            Same("experimental", EngineKeyKind.Switch),
            Same("fixed-cidr", EngineKeyKind.Text),
            Same("group", EngineKeyKind.Text, 'G'),
            new(Hosts, EngineKeyKind.List, "host", 'H'),
            new("insecure-registries", EngineKeyKind.List, "insecure-registry"),
            new("labels", EngineKeyKind.List, "label"),
            Same("log-driver", EngineKeyKind.Text),
            Same("log-format", EngineKeyKind.Text),
            Same("log-level", EngineKeyKind.Text, 'l'),
            new("log-opts", EngineKeyKind.Map, "log-opt"),
            Same("max-concurrent-downloads", EngineKeyKind.Number),
            Same("max-concurrent-uploads", EngineKeyKind.Number),
            Same("max-download-attempts", EngineKeyKind.Number),
            Same("metrics-addr", EngineKeyKind.Text),
            Same("mtu", EngineKeyKind.Number),
            Same("network-control-plane-mtu", EngineKeyKind.Number),
            Same("pidfile", EngineKeyKind.Text, 'p'),
            Same("raw-logs", EngineKeyKind.Switch),
            new("registry-mirrors", EngineKeyKind.List, "registry-mirror"),
            Same("shutdown-timeout", EngineKeyKind.Number),
            Same("storage-driver", EngineKeyKind.Text, 's'),
            new("storage-opts", EngineKeyKind.List, "storage-opt"),
            Same("swarm-default-advertise-addr", EngineKeyKind.Text),
            Same("tls", EngineKeyKind.Switch),
            Same("tlscacert", EngineKeyKind.Text),
            Same("tlscert", EngineKeyKind.Text),
            Same("tlskey", EngineKeyKind.Text),
            Same("tlsverify", EngineKeyKind.Switch),
        }.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);

    private static EngineKey Same(string name, EngineKeyKind kind, char? letter = null) =>
        new(name, kind, name, letter);
}
