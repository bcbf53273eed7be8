using System.Text;
using Mullion.Core.Specs;

namespace Mullion.Core.Tests.Specs;

public class SpecDigestTests
{
    [Fact]
    public void The_digest_of_this_form_never_changes() =>
        Spec.LoadValid(Before("  tls:\n    ca: certs/ca.pem\n    caKey"))
            .Digest()
            .ShouldBe("sha256:97dc1569392eaf8dd2619e9c904f59fb1a8317d0bb1970c801f1d0bd3d37a041");

    [Fact]
    public void Nor_does_that_of_an_engine_with_settings() =>
        Spec.LoadValid(Spec.Full)
            .Digest()
            .ShouldBe("sha256:e6275b40f0b6bd9bdfe9b11d0e08bf9167a12910238bee9ca3ec28539b819c14");

    /// <summary>The spec of every key without the engine's, from one on.</summary>
    private static string Before(string key)
    {
        var full = Spec.Full.ReplaceLineEndings("\n");
        var from = full.IndexOf(key, StringComparison.Ordinal);
        return full[..from] + full[full.IndexOf("nodes:", StringComparison.Ordinal)..];
    }

    [Fact]
    public void Formatting_comments_key_order_and_defaults_do_not_count()
    {
        const string Other = """
            # The same cluster.
            nodes:
            - labels: {zone: "1", rack: a}
              availability: active
              "host": 'lab:win-1'
              listenAddress: 0.0.0.0
              name: win-1
            orchestrator:
              swarm:
                joinAddresses:
                  - "10.0.0.5"
                manager: "unix:///var/run/docker.sock"   # local
            kind: Cluster
            metadata:
              name: >-
                shop
            apiVersion: mullion.dev/v1alpha1
            """;
        const string One = """
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator: { swarm: { manager: unix:///var/run/docker.sock, joinAddresses: [10.0.0.5:2377] } }
            nodes: [ { name: win-1, host: lab:win-1, labels: { rack: a, zone: 1 } } ]
            """;

        Spec.LoadValid(Other).Digest().ShouldBe(Spec.LoadValid(One).Digest());
    }

    [Fact]
    public void The_folder_does_not_count() =>
        ClusterSpecLoader
            .Load(Encoding.UTF8.GetBytes(Spec.Full), "/elsewhere/other.yaml", Spec.Options)
            .Spec!.Digest()
            .ShouldBe(Spec.LoadValid(Spec.Full).Digest());

    [Theory]
    [InlineData("name: shop", "name: shed")]
    [InlineData("tcp://10.0.0.5:2376", "tcp://10.0.0.5:2375")]
    [InlineData("tcp://10.0.0.5:2376", "[tcp://10.0.0.5:2376, tcp://10.0.0.6:2376]")]
    [InlineData("ca: certs/ca.pem", "ca: certs/ca2.pem")]
    [InlineData("cert: certs/cert.pem", "cert: certs/cert2.pem")]
    [InlineData("key: /etc/mullion/key.pem", "key: /etc/mullion/key2.pem")]
    [InlineData("[10.0.0.5:2377, manager-2.example]", "[manager-2.example, 10.0.0.5:2377]")]
    [InlineData("version: 28.2.2", "version: 28.2.3")]
    [InlineData("https://mirror.example/docker-28.2.2.zip", "https://mirror.example/other.zip")]
    [InlineData("sha256: 3c", "sha256: 3d")]
    [InlineData("name: win-1", "name: win-9")]
    [InlineData("host: lab:win-1", "host: lab:win-9")]
    [InlineData("name: Ethernet 2", "name: Ethernet 3")]
    [InlineData("mac: \"00:15:5d:01:02:0a\"", "mac: \"00:15:5d:01:02:0b\"")]
    [InlineData("{ address: 10.0.0.23 }", "{ address: 10.0.0.24 }")]
    [InlineData("0.0.0.0:2377", "0.0.0.0:2378")]
    [InlineData("advertiseAddress: 10.0.0.21", "advertiseAddress: 10.0.0.22")]
    [InlineData("dataPathAddress: 10.0.1.21", "dataPathAddress: 10.0.1.22")]
    [InlineData("availability: drain", "availability: pause")]
    [InlineData("rack: a", "rack: b")]
    [InlineData("os.build: 20348", "os-build: 20348")]
    public void Every_value_counts(string value, string other)
    {
        Spec.Full.ShouldContain(value);

        Spec.LoadValid(Spec.Full.Replace(value, other, StringComparison.Ordinal))
            .Digest()
            .ShouldNotBe(Spec.LoadValid(Spec.Full).Digest());
    }
}
