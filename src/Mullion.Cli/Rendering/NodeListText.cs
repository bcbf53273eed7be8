using Mullion.Cli.Output.Documents;

namespace Mullion.Cli.Rendering;

/// <summary>Nodes in columns, as docker prints them.</summary>
internal static class NodeListText
{
    private static readonly string[] Head =
    [
        "ID",
        "HOSTNAME",
        "STATUS",
        "AVAILABILITY",
        "ROLE",
        "OS",
        "ENGINE",
        "ADDRESS",
        "IN SPEC",
    ];

    public static void Write(Screen screen, NodeListDocument list)
    {
        SimulationNote.Write(
            screen,
            list.Manager.Simulated,
            [.. list.Nodes.Where(n => n.Simulated).Select(n => n.Name)]
        );
        screen.Table([Head, .. list.Nodes.Select(Row)]);
    }

    /// <summary>A word as docker writes it: <c>Ready</c>.</summary>
    public static string Word(string? word) =>
        word is { Length: > 0 } ? char.ToUpperInvariant(word[0]) + word[1..] : "-";

    private static string[] Row(NodeDocument node) =>
        [
            node.Id ?? "-",
            node.Name,
            node.Status == "not-joined" ? "Not joined" : Word(node.Status),
            Word(node.Availability),
            node.Leader == true ? "Leader" : Word(node.Role),
            node.Os ?? "-",
            node.Engine ?? "-",
            node.Address ?? "-",
            node.InSpec ? "yes" : "no",
        ];
}
