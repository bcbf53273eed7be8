using Mullion.Core.Specs;

namespace Mullion.Cli.Output.Documents;

/// <summary>Whether a spec is valid, and every reason why not.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Valid">Whether it can be used.</param>
/// <param name="Cluster">The cluster's name, when valid.</param>
/// <param name="Nodes">The nodes' names, when valid.</param>
/// <param name="Digest">The digest of its meaning, when valid.</param>
/// <param name="Errors">Everything that is wrong, in the order of the file.</param>
internal sealed record ValidationDocument(
    string File,
    bool Valid,
    string? Cluster,
    IReadOnlyList<string>? Nodes,
    string? Digest,
    IReadOnlyList<SpecError> Errors
)
{
    public static ValidationDocument Of(string file, SpecResult result) =>
        new(
            file,
            result.IsValid,
            result.Spec?.Name,
            result.Spec?.Nodes.Select(n => n.Name).ToList(),
            result.Spec?.Digest(),
            result.Errors
        );
}
