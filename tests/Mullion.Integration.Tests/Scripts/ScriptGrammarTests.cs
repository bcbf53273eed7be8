using Mullion.Core.Blueprints;
using Mullion.Core.Hosts;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Scripts;
using Mullion.Core.Specs;

namespace Mullion.Integration.Tests.Scripts;

/// <summary>Printed scripts are PowerShell to a grammar of it. Nothing here runs them.</summary>
public sealed class ScriptGrammarTests : IDisposable
{
    private const string Hostile =
        "'; Remove-Item C:\\ -Recurse #\u2019; exit \"$(Get-Date)\" `n @' {0}\n'@ <# \r\n#> \u202e";

    private static readonly ClusterFacts Cluster = new(
        "cluster-1",
        "28.2.2",
        Simulated: false,
        DateTimeOffset.UnixEpoch,
        ["10.0.0.5:2377", "10.0.0.6:2377"],
        new string('a', 64),
        "no token"
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mullion-scripts-");

    [Theory]
    [InlineData(null, null)]
    [InlineData("Ethernet 2", "https://mirror.example/docker-28.2.2.zip")]
    [InlineData(Hostile, null)]
    [InlineData(Hostile, "https://mirror.example/it's.zip?a=$(b)")]
    public async Task Each_parses(string? hostile, string? url)
    {
        var spec = Spec(hostile, url);
        var side = new ClusterSide(null!, null!);
        var files = new List<string>();
        var there = new EngineFacts("", Running: true, Version: null, Installed: null);
        var trust = new EngineTrust("PEM", Certificate: null);
        foreach (
            var blueprint in new[]
            {
                SwarmWorker.Of(spec, spec.Nodes[0], Cluster, null, [], trust),
                SwarmWorker.Of(spec, spec.Nodes[0], Cluster, there, [], trust),
                SwarmWorker.Of(Generated(spec), spec.Nodes[0], Cluster, there, []),
            }
        )
        {
            foreach (
                var script in new[]
                {
                    NodeScript.Join(blueprint, side, simulated: true),
                    NodeScript.Remove(blueprint, side, simulated: false),
                }
            )
            {
                var file = Path.Combine(_folder.FullName, $"{files.Count}.ps1");
                await File.WriteAllTextAsync(
                    file,
                    script.Text,
                    TestContext.Current.CancellationToken
                );
                files.Add(file);
            }
        }

        (await PowerShellGrammar.FaultsAsync([.. files])).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_PowerShell_is_found()
    {
        var file = Path.Combine(_folder.FullName, "broken.ps1");
        await File.WriteAllTextAsync(
            file,
            "if ($true) {\n    Write-Host 'a\n",
            TestContext.Current.CancellationToken
        );

        (await PowerShellGrammar.FaultsAsync(file)).ShouldContain("exit code 1");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ClusterSpec Generated(ClusterSpec spec) =>
        spec with
        {
            Orchestrator = spec.AsSwarm() with { Mke = MkeSpec.Of("3.2.5", null) },
            Engine = spec.Engine! with
            {
                Install = null,
                Tls = new EngineTlsSpec { Source = new UcpGenerator() },
            },
        };

    private static ClusterSpec Spec(string? hostile, string? url) =>
        new()
        {
            Metadata = new MetadataSpec { Name = "shop" },
            Orchestrator = new SwarmSpec
            {
                Managers = [new ManagerEndpoint(ManagerScheme.Unix, "/run/docker.sock")],
            },
            Engine = new EngineSpec
            {
                Install = new PackageSpec
                {
                    Version = "28.2.2",
                    Package = new ArchiveSpec { Url = url, Sha256 = new string('b', 64) },
                },
                Tls = new EngineTlsSpec
                {
                    Source = new OwnAuthority
                    {
                        Ca = new FileReference("ca.pem", "/ca.pem"),
                        CaKey = new FileReference("ca-key.pem", "/ca-key.pem"),
                    },
                },
                Settings = new Dictionary<string, string>
                {
                    ["debug"] = "true",
                    ["log-level"] = System.Text.Json.JsonSerializer.Serialize(hostile ?? "warn"),
                    ["log-opts"] = "{\"max-size\":\"10m\"}",
                },
            },
            Nodes =
            [
                new NodeSpec
                {
                    Name = "win-1",
                    Host = new HostReference(HostScheme.Lab, "win-1"),
                    AdvertiseAddress = "10.0.0.21",
                    Interface = hostile is null ? null : new InterfaceSpec { Name = hostile },
                    Labels = new Dictionary<string, string>
                    {
                        [hostile ?? "rack"] = hostile ?? "a",
                    },
                },
            ],
        };
}
