namespace Mullion.Cli.Output.Documents;

/// <summary>What <c>mullion version</c> tells.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Runtime">Such as <c>.NET 10.0.0</c>.</param>
/// <param name="Platform">Such as <c>linux-x64</c>.</param>
internal sealed record VersionDocument(string Version, string Runtime, string Platform);
