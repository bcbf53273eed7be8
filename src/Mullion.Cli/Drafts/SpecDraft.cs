using System.Net;
using System.Net.Sockets;
using System.Text;
using Mullion.Core.Orchestrators;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Specs;

namespace Mullion.Cli.Drafts;

/// <summary>A mullion.yaml to begin with: what the manager knows as values, what only people know as comments.</summary>
/// <param name="Name">The cluster's name.</param>
/// <param name="Managers">The managers as they are to be written.</param>
/// <param name="Facts">What the manager says of the swarm; null when it was not asked.</param>
/// <param name="Nodes">The Windows nodes that the swarm has.</param>
internal sealed record SpecDraft(
    string Name,
    IReadOnlyList<string> Managers,
    ClusterFacts? Facts,
    IReadOnlyList<DraftNode> Nodes
)
{
    /// <summary>Reads it as any mullion.yaml.</summary>
    /// <param name="file">Where it is to be.</param>
    public SpecResult Load(string file) =>
        ClusterSpecLoader.Load(Encoding.UTF8.GetBytes(ToString()), file);

    /// <summary>The file's text.</summary>
    public override string ToString() =>
        $$"""
            # {{Origin}}
            # `mullion validate` checks it, `mullion plan` says what it would do, `mullion schema` describes every key.
            apiVersion: {{ClusterSpec.SupportedApiVersion}}
            kind: {{ClusterSpec.SupportedKind}}
            metadata:
              # The cluster's name on its hosts: a host belongs to one cluster. Choose it before the first apply.
              name: {{DraftText.Quoted(Name)}}
            orchestrator:
              swarm:
                # As reached from where mullion runs. May be a list of managers, of which any may be down.
                manager: {{Manager}}
                # For tcp:// managers; a docker context and a client bundle bring their own.
                # tls: { ca: ca.pem, cert: cert.pem, key: key.pem }
                # Where the hosts join, as reached from them. Left out, what the managers advertise{{Advertised}}
            # Left out, the engine that is on a host stays as it is; with it, a host without one gets it.
            # engine:
            #   version: 28.2.2
            {{NodesText()}}

            """.ReplaceLineEndings("\n");

    private string Origin =>
        Facts is { } facts
            ? $"Written by `mullion init` from the {(facts.Simulated ? "simulated " : "")}swarm {facts.Id}. Edit it as you like."
            : "Written by `mullion init --offline`: no manager was asked. Edit it as you like.";

    private string Manager =>
        Managers is [var only]
            ? DraftText.Quoted(only)
            : $"[{string.Join(", ", Managers.Select(DraftText.Quoted))}]";

    private string Advertised =>
        Facts is { JoinAddresses: [_, ..] addresses }
            ? $", now this:\n    # joinAddresses: [{string.Join(", ", addresses.Select(DraftText.Quoted))}]"
            : ":\n    # joinAddresses: [\"10.0.0.5:2377\"]";

    private string NodesText()
    {
        var entries = Nodes.Where(n => n.Obstacle is null).SelectMany(n => Entry(n.Node)).ToList();
        var comments = Nodes.Where(n => n.Obstacle is not null).SelectMany(Comment);
        if (Nodes.Count == 0)
        {
            comments = Example.Select(line => "# " + line);
        }

        return string.Join(
            '\n',
            [
                "# The Windows hosts that shall be nodes.",
                .. entries.Count > 0 ? entries.Prepend("nodes:") : ["nodes: []"],
                .. comments,
            ]
        );
    }

    private static IReadOnlyList<string> Example { get; } =
    [
        "  - name: win-1                       # the computer name: a swarm node goes by it",
        "    host: lab:win-1                   # the way to the host",
        "    interface: { name: Ethernet }     # or mac, or address; needed where a host has several",
        "    advertiseAddress: 10.0.0.21",
        "    labels: { rack: a }",
    ];

    private IEnumerable<string> Comment(DraftNode node) =>
        Entry(node.Node)
            .Prepend($"  The swarm has this node; it is no entry because {node.Obstacle}.")
            .Select(line => "# " + line);

    private IEnumerable<string> Entry(NodeStatus node)
    {
        yield return $"  - name: {DraftText.Quoted(node.Name)}";
        if (Facts is { Simulated: false })
        {
            yield return "    # The way to the host: this version reaches simulated ones only.";
        }

        yield return $"    host: {DraftText.Quoted("lab:" + node.Name)}";
        yield return "    # Needed where the host has several; managers do not know it.";
        yield return "    # interface: { name: Ethernet }";
        if (IsOfNetwork(node.Address))
        {
            yield return $"    advertiseAddress: {DraftText.Quoted(node.Address)}";
        }

        if (node.Availability is not ("active" or ""))
        {
            yield return $"    availability: {DraftText.Quoted(node.Availability)}";
        }

        var labels = node
            .Labels.Where(label => label.Key != NodeLabels.AvailabilityBefore)
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => $"{DraftText.Quoted(label.Key)}: {DraftText.Quoted(label.Value)}")
            .ToList();
        if (labels.Count > 0)
        {
            yield return $"    labels: {{ {string.Join(", ", labels)} }}";
        }
    }

    private static bool IsOfNetwork(string address) =>
        IPAddress.TryParse(address, out var ip)
        && ip.AddressFamily == AddressFamily.InterNetwork
        && !IPAddress.IsLoopback(ip)
        && !ip.Equals(IPAddress.Any);
}
