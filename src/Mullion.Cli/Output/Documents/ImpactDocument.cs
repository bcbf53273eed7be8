using Mullion.Core.Resources;

namespace Mullion.Cli.Output.Documents;

/// <summary>What a run does to those who use a host.</summary>
/// <param name="Kind">The worst of it.</param>
/// <param name="Texts">All of it, worst first.</param>
internal sealed record ImpactDocument(ImpactKind Kind, IReadOnlyList<string> Texts);
