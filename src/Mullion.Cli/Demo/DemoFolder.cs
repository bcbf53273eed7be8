using Mullion.Lab;

namespace Mullion.Cli.Demo;

/// <summary>The demo's own place: a spec as a user would write it, and a lab that is nobody else's.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mullion-demo-");

    public string Path => _folder.FullName;

    public string Spec => System.IO.Path.Combine(Path, "mullion.yaml");

    public LabFolder Lab => new(System.IO.Path.Combine(Path, "lab"));

    public string WriteSpec(string manager)
    {
        var text = $$"""
            apiVersion: mullion.dev/v1alpha1
            kind: Cluster
            metadata: { name: demo }
            orchestrator:
              swarm:
                manager: {{manager}}
            engine:
              version: {{DemoHosts.Engine}}
            nodes:
              - name: win-2019
                host: lab:win-2019
                advertiseAddress: 10.0.0.21
                labels: { rack: a }
              - name: win-2022
                host: lab:win-2022
                advertiseAddress: 10.0.0.22
                labels: { rack: b }

            """;
        File.WriteAllText(Spec, text);
        return text;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
