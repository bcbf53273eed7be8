namespace Mullion.Cli.Output.Documents;

/// <summary>A command that failed as a whole.</summary>
internal sealed record ErrorDocument(ErrorDetail Error);
