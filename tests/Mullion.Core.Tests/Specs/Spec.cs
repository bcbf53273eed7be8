using System.Text;
using Mullion.Core.Specs;
using Mullion.Core.Specs.Engines;

namespace Mullion.Core.Tests.Specs;

/// <summary>Loads specs from text, with a catalogue of its own and every file there but <c>missing…</c>.</summary>
internal static class Spec
{
    public const string Checksum =
        "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a9c15224a8228b9a98ca1531d";

    /// <summary>Every key there is.</summary>
    public const string Full = $$"""
        apiVersion: mullion.dev/v1alpha1
        kind: Cluster
        metadata: { name: shop }
        orchestrator:
          swarm:
            manager: tcp://10.0.0.5:2376
            tls: { ca: certs/ca.pem, cert: certs/cert.pem, key: /etc/mullion/key.pem }
            joinAddresses: [10.0.0.5:2377, manager-2.example]
        engine:
          version: 28.2.2
          package:
            url: https://mirror.example/docker-28.2.2.zip
            sha256: {{Checksum}}
          tls:
            ca: certs/ca.pem
            caKey: certs/ca-key.pem
            passphraseFile: /etc/mullion/passphrase
            keyType: rsa
            days: 90
            listenAddress: 10.0.0.21:2376
            clients: [10.0.0.0/24, 10.1.0.5]
          settings:
            debug: true
            shutdown-timeout: 30
            log-level: warn
            registry-mirrors: [https://mirror.example]
            log-opts: { max-size: 10m, max-file: 3 }
        nodes:
          - name: win-1
            host: lab:win-1
            interface: { name: Ethernet 2 }
            listenAddress: 0.0.0.0:2377
            advertiseAddress: 10.0.0.21
            dataPathAddress: 10.0.1.21
            availability: drain
            labels: { rack: a, os.build: 20348, "with space": "" }
          - name: win-2
            host: lab:win-2
            interface: { mac: "00:15:5d:01:02:0a" }
          - name: win-3
            host: lab:win-3
            interface: { address: 10.0.0.23 }
            listenAddress: 10.0.0.23
        """;

    /// <summary>Only the keys that must be there.</summary>
    public const string Minimal = """
        apiVersion: mullion.dev/v1alpha1
        kind: Cluster
        metadata: { name: shop }
        orchestrator: { swarm: { manager: "unix:///var/run/docker.sock" } }
        nodes: []
        """;

    public static SpecLoadOptions Options { get; } =
        new()
        {
            Catalogue = new EngineCatalogue(
                "the test catalogue",
                [
                    new EngineCatalogueEntry("27.5.1", "https://example/27.5.1.zip", Checksum),
                    new EngineCatalogueEntry("28.2.2", "https://example/28.2.2.zip", null),
                ]
            ),
            FileExists = path => !path.Contains("missing", StringComparison.Ordinal),
        };

    public static SpecResult Load(string yaml, string fileName = "/specs/mullion.yaml") =>
        Load(Encoding.UTF8.GetBytes(yaml), fileName);

    public static SpecResult Load(byte[] yaml, string fileName = "/specs/mullion.yaml") =>
        ClusterSpecLoader.Load(yaml, fileName, Options);

    /// <summary>Loads what has to be valid.</summary>
    public static ClusterSpec LoadValid(string yaml)
    {
        var result = Load(yaml);
        result.Errors.ShouldBeEmpty(yaml);
        return result.Spec.ShouldNotBeNull();
    }

    /// <summary>The minimal spec with one node that has these further lines.</summary>
    public static string Node(params string[] lines) =>
        Minimal.Replace(
            "nodes: []",
            "nodes:\n  - name: win-1\n    host: lab:win-1",
            StringComparison.Ordinal
        ) + string.Concat(lines.Select(line => "\n    " + line));

    /// <summary>The minimal spec with another manager.</summary>
    public static string Manager(string manager, string more = "") =>
        Managers($"\"{manager}\"", more);

    /// <summary>The minimal spec with other managers.</summary>
    public static string Managers(string yaml, string more = "") =>
        Minimal.Replace("\"unix:///var/run/docker.sock\"", yaml + more, StringComparison.Ordinal);

    /// <summary>The minimal spec with an engine section.</summary>
    public static string Engine(string engine) => Minimal + $"\nengine: {engine}";
}
