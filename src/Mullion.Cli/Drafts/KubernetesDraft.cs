using Mullion.Cli.Hosting;
using Mullion.Core.Orchestrators.Kubernetes;
using Mullion.Core.Specs;

namespace Mullion.Cli.Drafts;

/// <summary>
/// A mullion.yaml of a Kubernetes cluster to begin with. It lacks the checksums of packages, which nobody but the user can vouch for:
/// until they are there, it is not valid, and says which.
/// </summary>
/// <param name="Name">The cluster's name.</param>
/// <param name="Kubeconfig">Which cluster of which kubeconfig it is.</param>
/// <param name="Folder">Where the file is to be: relative paths start there.</param>
/// <param name="Facts">What the cluster says of itself; null when it was not asked.</param>
internal sealed record KubernetesDraft(
    string Name,
    KubeconfigChoice Kubeconfig,
    string Folder,
    KubernetesFacts? Facts
)
{
    private const string ExampleVersion = "1.34.2";
    private const string ExampleFlannel = "0.27.4";
    private const string ExampleCni = "1.8.0";
    private const string ExampleContainerd = "2.1.5";

    /// <summary>The file's text.</summary>
    public override string ToString() =>
        $$"""
            # {{Origin}}
            # `mullion validate` checks it, `mullion schema` describes every key, `mullion artifacts list` names what hosts need from outside.
            apiVersion: {{ClusterSpec.SupportedApiVersion}}
            kind: {{ClusterSpec.SupportedKind}}
            metadata:
              # The cluster's name on its hosts: a host belongs to one cluster. Choose it before the first apply.
              name: {{DraftText.Quoted(Name)}}
            orchestrator:
              kubernetes:
                # It stays on the machine on which mullion runs. Left out: KUBECONFIG or ~/.kube/config.
                {{KubeconfigLine}}
                # Left out: its current context.
                {{ContextLine}}
                # Of the nodes' kubelet: not newer than the API server{{ServerVersion}}, and at most three versions older.
                version: {{DraftText.Quoted(Version)}}
                # SHA-256 (sha256sum, Get-FileHash) of kubernetes-node-windows-amd64.tar.gz of the release; from a mirror: url and sha256.
                package: { sha256: "" }
                cniPlugins:
                  version: "{{ExampleCni}}"
                  # SHA-256 of cni-plugins-windows-amd64-v{{ExampleCni}}.tgz.
                  package: { sha256: "" }
                flannel:
                  # {{FlannelComment}}
                  version: {{DraftText.Quoted(FlannelVersion)}}
                  backend: {{Backend}}
                  # SHA-256 of flanneld.exe.
                  package: { sha256: "" }
            # {{Addresses}}
            runtime: containerd
            containerd:
              version: "{{ExampleContainerd}}"
              # SHA-256 of containerd-{{ExampleContainerd}}-windows-amd64.tar.gz.
              package: { sha256: "" }
            # The Windows hosts that shall be nodes.
            nodes: []
            #   - name: win-1                     # in lower case; the computer name may differ in case
            #     host: lab:win-1                 # the way to the host
            #     interface: { name: Ethernet }   # or mac, or address; needed where a host has several
            #     labels: { rack: a }
            #     taints: ["os=windows:NoSchedule"]

            """.ReplaceLineEndings("\n");

    private string Origin =>
        Facts is { } facts
            ? $"Written by `mullion init` from the Kubernetes cluster {Line($"{facts.Id} at {facts.Server} ({facts.Distribution.Name}, {facts.Version})")}. Edit it as you like."
            : "Written by `mullion init --offline`: no cluster was asked. Edit it as you like.";

    private string KubeconfigLine =>
        Kubeconfig.File is { } file
            ? $"kubeconfig: {DraftText.Quoted(Path.GetRelativePath(Folder, Path.GetFullPath(file)))}"
            : "# kubeconfig: admin.conf";

    private string ContextLine =>
        Kubeconfig.Context is { } context
            ? $"context: {DraftText.Quoted(context)}"
            : "# context: admin@shop";

    private string ServerVersion => Facts is { } facts ? $", now {Line(facts.Version)}" : "";

    /// <summary>The server's, without what its makers put behind it.</summary>
    private string Version
    {
        get
        {
            var plain = Facts?.Version.TrimStart('v').Split('+', '-')[0];
            return plain?.Split('.').Length == 3 ? plain : ExampleVersion;
        }
    }

    private string FlannelVersion => Cni is { Version: { } version } ? version : ExampleFlannel;

    private string FlannelComment =>
        Cni is null
            ? "That of the cluster's Linux nodes goes best."
            : $"As on the Linux nodes ({Line(Cni.DaemonSet)}).";

    private string Backend => Cni?.Flannel?.Backend == "host-gw" ? "host-gw" : "vxlan";

    private ClusterCni? Cni => Facts?.Cni is { Name: "Flannel" } flannel ? flannel : null;

    private string Addresses =>
        Facts is { Addresses: var a }
            ? Line(
                $"The cluster's addresses: services {Text(a.ServiceCidrs)}, pods {Text(a.PodCidrs)}, DNS {a.DnsAddress ?? "unknown"}."
            )
            : "What runs the containers: containerd, or docker for kubelets up to 1.23.";

    private static string Text(IReadOnlyList<string> cidrs) =>
        cidrs.Count == 0 ? "unknown" : string.Join(", ", cidrs);

    /// <summary>Others' text in a comment: a line break would end it.</summary>
    private static string Line(string text) => DraftText.Quoted(text)[1..^1];
}
