namespace Mullion.Cli.Output.Documents;

/// <summary>What became of a change.</summary>
/// <param name="Command"><c>apply</c> or <c>remove</c>.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Simulated">Whether any host, or the cluster, is a simulated one.</param>
/// <param name="Result"><c>done</c>, <c>failed</c>, <c>refused</c>, <c>partial</c> or <c>interrupted</c>.</param>
/// <param name="ExitCode">The program's exit code.</param>
/// <param name="Manager">The cluster's manager; absent where none is asked, for the cluster is gone.</param>
/// <param name="Nodes">Node by node.</param>
internal sealed record ChangeDocument(
    string Command,
    string Cluster,
    bool Simulated,
    string Result,
    int ExitCode,
    ManagerDocument? Manager,
    IReadOnlyList<NodeChangeDocument> Nodes
);
