using System.Text;
using BenchmarkDotNet.Attributes;
using Mullion.Core.Specs;

namespace Mullion.Bench.Specs;

/// <summary>A mullion.yaml with 5,000 nodes, each with an interface, addresses and labels.</summary>
public class SpecBenchmarks
{
    private byte[] _yaml = [];

    /// <summary>Writes the file, in memory.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var yaml = new StringBuilder(
            """
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: shop }
            orchestrator:
              swarm:
                manager: unix:///var/run/docker.sock
            nodes:

            """
        );
        for (var i = 0; i < 5000; i++)
        {
            yaml.Append(
                $$"""
                  - name: win-{{i}}
                    host: lab:win-{{i}}
                    interface: { name: Ethernet }
                    advertiseAddress: 10.0.{{i / 250}}.{{i % 250}}
                    labels: { rack: r{{i % 40}}, zone: z1 }

                """
            );
        }

        _yaml = Encoding.UTF8.GetBytes(yaml.ToString());
    }

    /// <summary>Loaded and validated: every key, every value, every duplicate.</summary>
    [Benchmark(Description = "spec: load 5,000 nodes")]
    public ClusterSpec Load() =>
        ClusterSpecLoader.Load(_yaml, "mullion.yaml") is { Spec: { } spec }
            ? spec
            : throw new InvalidOperationException("The measured file is not valid.");
}
